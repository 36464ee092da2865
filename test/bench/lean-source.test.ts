import { expect, test } from 'vitest';
import { leanMarkup, leanStyles } from '../../scripts/lean-source.ts';

test('a style sheet travels on one line and means the same', () => {
  const source =
    "const a = css`\n  /* calm */\n  :host([tone='bad']) li::before,\n  .b > p {\n    content: ' →';\n    margin: 0 auto;\n    width: calc(1rem + 2px);\n  }\n  @media (min-width: 48rem) {\n    p { color: red; }\n  }\n`;";
  expect(leanStyles(source)).toBe(
    "const a = css`:host([tone='bad']) li::before,.b > p{content:' →';margin:0 auto;width:calc(1rem + 2px)}@media (min-width: 48rem){p{color:red}}`;",
  );
});

test('a sheet that something is put into stays as it is', () => {
  const source = ['css`\n  p { padding: $', '{a} $', '{b}; }\n`'].join('');
  expect(leanStyles(source)).toBe(source);
});

test('markup travels without its indents, with the spaces between its words and tags', () => {
  const source = 'const a = html`<p>\n    one  two\n    <b>three</b> <i>four</i>\n  </p>`;';
  expect(leanMarkup(source, '/app/frontend/a.ts')).toBe(
    'const a = html`<p>\none  two\n<b>three</b> <i>four</i>\n</p>`;',
  );
});

test('what holds no markup stays as it is, and so does what the app shares', () => {
  const words = 'const a = `one\n  two`;';
  expect(leanMarkup(words, '/app/frontend/a.ts')).toBe(words);
  const markup = 'const a = html`<pre>\n  one</pre>`;';
  expect(leanMarkup(markup, '/app/shared/a.ts')).toBe(markup);
});
