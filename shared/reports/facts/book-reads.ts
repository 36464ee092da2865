import type { Basis, BookRead, Measured } from '../../kernel/measured.ts';
import { measured } from '../../kernel/measured.ts';
import type { AnsweredQuery } from '../../ledger/book-queries.ts';
import { answered, queriesOf } from '../../ledger/book-queries.ts';
import type { Fact } from './fact.ts';
import type { FactView } from './view.ts';

/** A basis that names what was read off the books. */
export function withReads(basis: Basis, reads: readonly BookRead[]): Basis {
  return reads.length === 0 ? basis : { ...basis, reads };
}

/**
 * What a reading of the books gives, its basis naming every sum that was read; within a figure whose reads are all noted
 * together, that is left to the figure.
 */
export function readOff<T>(view: FactView, basis: Basis, read: () => T): Measured<T> {
  if (view.noted.isNoting) return measured(read(), basis);
  const { value, reads } = view.noted.during(read);
  return measured(value, withReads(basis, reads));
}

/** Answers what a figure of a view rests on in the books. A query that several figures share is answered once. */
export function queriesIn({ balances }: FactView): (fact: Fact) => readonly AnsweredQuery[] {
  const held = balances.state === 'read' ? balances.records : [];
  const answers = new Map<string, AnsweredQuery>();
  return ({ measured: figure }) => {
    if (figure.state === 'unknown') return [];
    return queriesOf(figure.basis.reads ?? []).map((query) => {
      const key = JSON.stringify(query);
      const answer = answers.get(key) ?? answered(held, query);
      answers.set(key, answer);
      return answer;
    });
  };
}
