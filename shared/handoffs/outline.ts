import type { List, Nodes, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import type { HandoffProblem } from './handoff-problem.ts';
import { codeOf, quoted, UNPRINTABLE } from './handoff-problem.ts';

/** A heading of the second level and what stands below it, up to the next of its level. */
export interface Section {
  readonly heading: string;
  readonly line: number;
  readonly tables: readonly Table[];
  readonly lists: readonly List[];
}

/** A document as headings and what stands under them, and the lines of which nothing may be taken. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly problems: readonly HandoffProblem[];
  /** Lines with something in them that is no plain text: markup, control characters, a link that would run. */
  readonly unsafe: ReadonlySet<number>;
}

/**
 * The headings of a Markdown document with their tables and lists; its body is the text with the front matter made blank.
 * Code blocks and quotes are prose.
 */
export function outlineOf(text: string, body: string): Outline {
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const problems = [...unprintableLines(text), ...tree.children.flatMap(unsafeParts)];
  return {
    sections: sectionsOf(tree.children),
    problems: problems.sort((a, b) => a.line - b.line),
    unsafe: new Set(problems.map(({ line }) => line)),
  };
}

/** The first line of a part of the document. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** What a reader sees of a part of the document, without markup, comments and pictures. */
export function plainText(node: Nodes): string {
  return textOf(node, { includeHtml: false, includeImageAlt: false }).trim();
}

function sectionsOf(nodes: readonly RootContent[]): Section[] {
  const sections: { heading: string; line: number; tables: Table[]; lists: List[] }[] = [];
  let open: (typeof sections)[number] | undefined;
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth <= 2) {
      open = { heading: plainText(node), line: lineOf(node), tables: [], lists: [] };
      if (node.depth === 2) sections.push(open);
    } else if (node.type === 'table') open?.tables.push(node);
    else if (node.type === 'list') open?.lists.push(node);
  }
  return sections;
}

function unprintableLines(whole: string): HandoffProblem[] {
  return whole.split('\n').flatMap((text, at) => {
    const found = UNPRINTABLE.exec(text);
    if (found === null) return [];
    return [{ line: at + 1, message: `expected printable text; ${codeOf(found[0])} stands in this line` }];
  });
}

/** HTML but comments, and links that lead anywhere but to a page or a mailbox. */
function unsafeParts(node: Nodes): HandoffProblem[] {
  if (node.type === 'html' && !COMMENT.test(node.value)) {
    return [{ line: lineOf(node), message: `expected plain Markdown; HTML is not read: ${quoted(node.value)}` }];
  }
  if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && !isHarmless(node.url)) {
    return [{ line: lineOf(node), message: `expected a link to https, http or mailto, not ${quoted(node.url)}` }];
  }
  return 'children' in node ? node.children.flatMap((child) => unsafeParts(child)) : [];
}

const COMMENT = /^<!--[\s\S]*-->\s*$/;

function isHarmless(url: string): boolean {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto'].includes(scheme);
}
