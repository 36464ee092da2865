import type { Problem } from '../../../shared/kernel/fault.ts';
import type { Charter } from '../../../shared/records/charter.ts';
import type { CANCELLED_BY } from '../../../shared/records/charter-terms.ts';
import type { MoveBody, PossibleMove } from '../../../shared/wire/charters.ts';
import { centsTyped, countTyped, instantTyped } from './typed-model.ts';

/** The moves as the page offers them: the one that comes next, and the others behind a menu. */
export interface MoveChoices {
  readonly primary: PossibleMove | undefined;
  readonly others: readonly PossibleMove[];
}

/** The primary move apart from the others, in the order given. */
export function moveChoices(moves: readonly PossibleMove[]): MoveChoices {
  const primary = moves.find((move) => move.primary);
  return { primary, others: moves.filter((move) => move !== primary) };
}

/** What stands in the way of a move that its own dialog cannot settle. */
export function blockers(move: PossibleMove): readonly Problem[] {
  return move.problems.filter(({ field }) => !move.needs.includes(field));
}

/** The fields a move's dialog shows: what it needs, and for a cancellation what may be decided beside. */
export function askedFields(move: PossibleMove): readonly string[] {
  return move.to === 'cancelled' ? [...move.needs, 'retainedCents'] : move.needs;
}

/** Whether a move ends the charter without a trip: it should not look like the way forward. */
export function isEnding(move: PossibleMove): boolean {
  return ['cancelled', 'no_show', 'declined', 'expired'].includes(move.to);
}

/** How the list of what is missing begins. */
export function blockedHeading(move: PossibleMove): string {
  const { length } = blockers(move);
  return length === 1 ? 'One thing stands in the way' : `${length} things stand in the way`;
}

/** A body to send, or what is wrong with what was typed. */
export type Typed<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The move a filled-in dialog asks for. */
export function moveBodyOf(
  move: PossibleMove,
  charter: Charter,
  typed: Readonly<Record<string, string>>,
): Typed<MoveBody> {
  const fields: Record<string, unknown> = { to: move.to, version: charter.version };
  const problems: Problem[] = [];
  for (const need of askedFields(move)) {
    const text = typed[need] ?? '';
    const read = readNeed(need, text, charter.zone);
    if (read === undefined) problems.push({ field: need, message: missing(need) });
    else if (read !== LEFT_OUT) fields[need] = read;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, body: fields as MoveBody };
}

const LEFT_OUT = Symbol('left out');

function readNeed(need: string, text: string, zone: string): unknown {
  switch (need) {
    case 'holdExpiresAt':
      return instantTyped(text, zone);
    case 'paxAboard':
    case 'paxAshore':
      return countTyped(text);
    case 'countCommunicatedAshore':
      return text === '' ? undefined : true;
    case 'retainedCents':
      return text === '' ? LEFT_OUT : centsTyped(text);
    default:
      return text === '' ? undefined : text;
  }
}

function missing(need: string): string {
  switch (need) {
    case 'countCommunicatedAshore':
      return 'Tell someone ashore how many are aboard, then tick this.';
    case 'retainedCents':
      return 'Enter an amount such as 1,200.00, or leave it empty.';
    case 'paxAboard':
    case 'paxAshore':
      return 'Enter a whole number.';
    case 'holdExpiresAt':
      return 'Enter a day and a time.';
    default:
      return 'Fill this in.';
  }
}

/** On whose account a charter can be cancelled, in words. */
export const CANCELLED_BY_WORDS: Readonly<Record<(typeof CANCELLED_BY)[number], string>> = {
  guest: 'The guest',
  operator: 'Us',
  weather: 'Weather',
  vessel: 'The vessel',
  safety: 'Safety',
  authority: 'An authority',
};
