import { createHash } from 'node:crypto';
import type { Figures } from './canonical.ts';
import { canonicalText, linesOf } from './canonical.ts';
import type { Statement } from './programs.ts';

/** What somebody answered, as far as they were asked: every figure as a digest, or statements as sorted lines. */
export type Said = Readonly<Partial<Record<'digest' | Statement, string>>>;

/** What an engine that has every figure says. */
export function saidBy(figures: Figures): Said {
  return {
    digest: createHash('sha256').update(canonicalText(figures)).digest('hex'),
    trial: linesOf('trial', figures),
    income: linesOf('income', figures),
  };
}

/** @throws Error naming who says otherwise than somebody before them. */
export function mustAgree(all: readonly { readonly name: string; readonly said: Said }[]): void {
  const first = new Map<string, { readonly name: string; readonly text: string }>();
  for (const { name, said } of all) {
    for (const [what, text] of Object.entries(said)) {
      const before = first.get(what);
      if (before === undefined) first.set(what, { name, text });
      else if (before.text !== text)
        throw new Error(`${name} and ${before.name} differ in ${what}:\n${text}\n${before.text}`);
    }
  }
}
