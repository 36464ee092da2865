import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

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
    plugins: [earlyFirst],
    build: {
      outDir: here('./dist/web'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      sourcemap: false,
      reportCompressedSize: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: here('./frontend/index.html'), early: here('./frontend/early.ts') },
        /** Modules of shared rooms only declare; what nobody asks them for need not travel. */
        treeshake: { moduleSideEffects: (id: string) => !id.includes('/shared/') },
      },
    },
    /** The API, and not the modules of the room that calls it. */
    server: { proxy: { '^/api/(?!.*\\.ts(\\?|$))': 'http://127.0.0.1:8787' } },
  };
});

/** The early module stands in the page before the entry, as a file of its own: the bundler would make one of the two. */
const earlyFirst: Plugin = {
  name: 'early-first',
  transformIndexHtml(_html, { bundle }) {
    const built = Object.values(bundle ?? {}).find((chunk) => chunk.type === 'chunk' && chunk.name === 'early');
    const src = built === undefined ? '/early.ts' : `/${built.fileName}`;
    return [{ tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, src }, injectTo: 'head' }];
  },
};

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
