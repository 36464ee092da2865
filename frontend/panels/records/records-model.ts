import type { FormField, FormKind } from '../../../shared/records/form.ts';
import type { ListedRecord } from '../../../shared/wire/records.ts';
import type { Names } from './record-words.ts';
import { recordTitle, valueText } from './record-words.ts';

/** Kinds under one heading, as a person looks for them. */
export interface KindGroup {
  readonly heading: string;
  readonly kinds: readonly FormKind[];
}

const GROUPS: readonly (readonly [heading: string, kinds: readonly string[]])[] = [
  ['The business', ['entity', 'vessel', 'asset', 'service', 'equity-holding', 'key-person', 'capital-policy']],
  ['People', ['customer', 'person', 'recipient', 'vendor']],
  [
    'Selling',
    ['channel', 'listing', 'onboarding-task', 'lead', 'ad-spend', 'campaign', 'mailing-list', 'review', 'seo-task'],
  ],
  [
    'Plans and money',
    ['target', 'forecast', 'fixed-cost', 'subscription', 'invoice', 'bill', 'bank-line', 'expense-question'],
  ],
  ['Keeping the books', ['accounting-period', 'books-check', 'due-day', 'closed-day', 'belief']],
  ['What may go wrong', ['incident', 'risk', 'action', 'web-property', 'inventory', 'repository-scan']],
];

/** The registers in groups, in an order people look for them; a kind no group names stands in the last. */
export function kindGroups(kinds: readonly FormKind[]): readonly KindGroup[] {
  const registers = kinds.filter((one) => one.of === 'register');
  const named = new Set(GROUPS.flatMap(([, names]) => names));
  const groups = GROUPS.map(([heading, names]) => ({
    heading,
    kinds: names.flatMap((name) => registers.filter(({ kind }) => kind === name)),
  }));
  const others = registers.filter(({ kind }) => !named.has(kind));
  return [...groups, { heading: 'More', kinds: others }].filter((group) => group.kinds.length > 0);
}

/** Records of one business, by title. */
export interface RecordGroup {
  readonly heading: string | undefined;
  readonly records: readonly ListedRecord[];
}

/** The records by business, in the order of their names; one group without a heading for what belongs to the company. */
export function recordGroups(records: readonly ListedRecord[], names: Names): readonly RecordGroup[] {
  const ids = [...new Set(records.map(({ entityId }) => entityId))];
  const groups = ids.map((id) => ({
    heading: id === undefined ? undefined : names('entity', id),
    records: records
      .filter(({ entityId }) => entityId === id)
      .sort((a, b) => compare(recordTitle(a) + a.id, recordTitle(b) + b.id)),
  }));
  return groups.sort((a, b) => compare(a.heading ?? '', b.heading ?? ''));
}

/** A record's fields in a few words, without its title and its business; empty ones are left out. */
export function recordFacts(
  fields: readonly FormField[],
  record: ListedRecord,
  names: Names,
  zone: string,
): readonly string[] {
  const title = recordTitle(record);
  return fields
    .filter(({ name, type }) => name !== 'entityId' && type !== 'fixed' && type !== 'new-id')
    .map((field) => ({ field, text: valueText(field, record, names, zone) }))
    .filter(({ text }) => text !== '' && text !== title)
    .map(({ field, text }) => `${field.label}: ${text}`);
}

/** The records whose fields hold every word looked for. */
export function thatSay(records: readonly ListedRecord[], words: string): readonly ListedRecord[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return records.filter((record) => {
    const text = JSON.stringify(record).toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
