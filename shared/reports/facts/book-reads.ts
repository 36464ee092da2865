import type { Basis, BookRead, Measured } from '../../kernel/measured.ts';
import { measured } from '../../kernel/measured.ts';
import type { AnsweredQuery } from '../../ledger/answered-queries.ts';
import { answersFrom } from '../../ledger/answered-queries.ts';
import type { BookQuery } from '../../ledger/book-queries.ts';
import { queriesOf } from '../../ledger/book-queries.ts';
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

/** Answers what a figure of a view rests on in the books, each figure once, and once a query that several figures share. */
export function queriesIn({ balances }: FactView): (fact: Fact) => readonly AnsweredQuery[] {
  const answer = answersFrom(balances.state === 'read' ? balances.records : []);
  const answers = new Map<string, AnsweredQuery>();
  const told = new Map<Fact, readonly AnsweredQuery[]>();
  const answerTo = (query: BookQuery) => {
    const { group, names, entityIds, from = '', through } = query;
    const key = [group, from, through, ...entityIds, '|', ...names].join(' ');
    const held = answers.get(key) ?? answer(query);
    answers.set(key, held);
    return held;
  };
  return (fact) => {
    const { measured: figure } = fact;
    if (figure.state === 'unknown' || figure.basis.reads === undefined) return [];
    const held = told.get(fact) ?? queriesOf(figure.basis.reads).map(answerTo);
    told.set(fact, held);
    return held;
  };
}
