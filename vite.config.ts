import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { leanSource } from './scripts/lean-source.ts';

/** How the app is built: one small entry, one chunk per panel, nothing inline, nothing a strict policy would refuse. */
export default defineConfig(({ mode }) => {
  if (mode === 'test') return {};
  return {
    root: here('./frontend'),
    base: '/',
    resolve: {
      dedupe: ['lit', 'lit-html', '@lit/reactive-element'],
      alias: {
        /** The calendar asks four things of Temporal; a browser can answer them with Intl for a tenth of the bytes. */
        'temporal-polyfill': here('./frontend/platform/temporal.ts'),
      },
    },
    plugins: [leanSource, earlyFirst],
    build: {
      outDir: here('./dist/web'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      sourcemap: false,
      reportCompressedSize: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: here('./frontend/index.html'), early: here('./frontend/early.ts') },
        output: {
          codeSplitting: {
            groups: [
              { name: 'index', test: EVERYWHERE, priority: 3 },
              { name: 'reports-panel', test: FIRST_FIGURES, priority: 1 },
              { name: 'forms', test: FORMS, priority: 1 },
              { name: 'charters', test: CHARTERS, priority: 1 },
              { name: 'loaded-view', test: LOADED_VIEW, priority: 2 },
              { name: 'document', test: DOCUMENT, priority: 1 },
            ],
          },
        },
        /** Modules of shared rooms only declare; what nobody asks them for need not travel. */
        treeshake: { moduleSideEffects: (id: string) => !id.includes('/shared/') },
      },
    },
    /** The API, and not the modules of the room that calls it. */
    server: { proxy: { '^/api/(?!.*\\.ts(\\?|$))': 'http://127.0.0.1:8787' } },
  };
});

/**
 * The early script stands in the page itself, before what the page loads: behind a style sheet it would wait for that, and
 * as a file of its own it would ask a round trip later. The page's policy lets exactly this text run, by its digest (`scripts/dev/edge.ts`, `lambda/template.yaml`).
 * The first chunks of the reports tab are fetched beside the entry, not after it: some kilobytes, once, for whoever never
 * opens the tab, and two round trips less until the first figure for whoever does.
 */
const earlyFirst: Plugin = {
  name: 'early-first',
  transformIndexHtml(html, { bundle, path }) {
    if (!path.endsWith('/index.html')) return html;
    const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
    const named = (name: string) => chunks.find((chunk) => chunk.name === name)?.fileName;
    const early = chunks.find((chunk) => chunk.name === 'early');
    const asked = withImports(named('index'), chunks);
    const ahead = withImports(named('reports-panel'), chunks).filter((file) => !asked.includes(file));
    const script =
      early === undefined ? '<script type="module" src="/early.ts"></script>' : `<script>${early.code.trim()}</script>`;
    return {
      html: html.replace(FIRST_LOADED, (first) => `${script}\n    ${first}`),
      tags: ahead.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      })),
    };
  },
  generateBundle: {
    order: 'post', // the page is written first
    handler(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === 'chunk' && file.name === 'early') delete bundle[name];
      }
    },
  },
};

/** Where the page begins to load things. */
const FIRST_LOADED = '<link rel="icon"';

/** What nearly every page needs travels together: each small file of its own would wait for its turn. */
const EVERYWHERE =
  /node_modules\/(lit|@lit)(?!.*unsafe)|rolldown\/runtime|shared\/(kernel|reports\/render\/format\.ts)|frontend\/(shell|styles|api(?!\/charters)|platform|components\/(clock|icons))/;

/** What the first figures need, whoever else uses it, is one file: with whatever it imports. */
const FIRST_FIGURES = /frontend\/reports\/reports-panel\.ts/;

/** What is small and goes together travels together: a file of its own costs more than it holds. */
const FORMS = /frontend\/(components\/(field|problem-list)|panels\/charter\/typed-model)/;
const CHARTERS = /frontend\/(api\/charters|components\/state-badge)|shared\/operations\/charter-details/;

/** What nearly every list and page shows its loading with; apart, so that nobody loads one page for another. */
const LOADED_VIEW = /frontend\/components\/(loaded-view|wide-screen)/;
/** Documents and their blocks: the rest of the dashboard, a preview and a table alone are shown with them. */
const DOCUMENT =
  /frontend\/components\/(document(-(blocks|tables|table-styles|findings|actions|sentence))?\.ts|fold-styles)/;

interface Chunk {
  readonly fileName: string;
  readonly imports: readonly string[];
}

/** A chunk and all it loads by static imports. */
function withImports(fileName: string | undefined, chunks: readonly Chunk[], seen: readonly string[] = []): string[] {
  if (fileName === undefined || seen.includes(fileName)) return [...seen];
  const imports = chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? [];
  return imports.reduce<string[]>((held, next) => withImports(next, chunks, held), [...seen, fileName]);
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
