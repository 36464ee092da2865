import type { Plugin } from 'vite';

/**
 * What is written for people and read by nobody's browser does not travel: the line breaks and indents of style sheets,
 * the indents of markup, and the handbook's sentence about each route.
 */
export const leanSource: Plugin = {
  name: 'lean-source',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/(frontend|shared)\/.*\.ts$/.test(id)) return null;
    const lean = withoutAbout(leanMarkup(leanStyles(code), id), id);
    return lean === code ? null : { code: lean, map: null };
  },
};

/** The source with every css`…` on one line; a sheet that something is put into stays as it is. */
export function leanStyles(code: string): string {
  return code.replaceAll(/\bcss`((?:[^`\\]|\\.)*)`/g, (whole, sheet: string) =>
    sheet.includes('${') ? whole : `css\`${leanSheet(sheet)}\``,
  );
}

/** The app's markup without its indents: to a browser a line break is as good as one with spaces behind it. */
export function leanMarkup(code: string, id: string): string {
  return id.includes('/frontend/') && code.includes('html`') ? code.replaceAll(/\n[ \t]+/g, '\n') : code;
}

/** A style sheet without comments, and without white space that means nothing. */
function leanSheet(sheet: string): string {
  return sheet
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/([{;][a-z-]+): /g, '$1:')
    .replaceAll(';}', '}')
    .trim();
}

function withoutAbout(code: string, id: string): string {
  if (!id.endsWith('/shared/wire/routes.ts')) return code;
  return code.replaceAll(/\babout:\s*(['"])(?:\\.|(?!\1)[^\\])*\1,?/g, "about: '',");
}
