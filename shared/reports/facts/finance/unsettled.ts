import { daysBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { mapped, measured, unknown } from '../../../kernel/measured.ts';
import type { OpenCharter } from '../../../records/open-charter.ts';
import type { FactDefinition, FactMeaning, SubjectFacts } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { namesOf } from '../naming.ts';
import { unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';
import { charterBusinesses } from './charter-businesses.ts';

const LATE_DAYS = 30;

/** What guests and platforms still owe on a charter. */
export function owedOn({ balances }: Pick<OpenCharter, 'balances'>): number {
  return Math.max(0, balances['1100'] ?? 0) + Math.max(0, balances['1110'] ?? 0);
}

/** The charters whose money is not settled, as of now. Having none is a fact once a charter has sailed. */
export function openCharters(view: FactView): Measured<readonly OpenCharter[]> {
  const source = view.openCharters;
  if (source.state === 'unreadable') return unreadable('charters whose money is not settled', source.because);
  const sailed = view.books.tally(view.entityIds, view.books.months(view.entityIds), 'operations', 'performed');
  if (source.records.length === 0 && sailed === 0) return unknown(`charters ${namesOf(view)} sailed`);
  const basis = { records: `unsettled charters of ${namesOf(view)}, as of now whatever the period`, asOf: view.today };
  return measured(source.records, { ...basis, count: source.records.length });
}

/** Those that sailed and for which somebody still owes us money, the longest waiting first. */
function owing(view: FactView): Measured<readonly OpenCharter[]> {
  return mapped(openCharters(view), (charters) =>
    charters
      .filter((charter) => charter.performedOn !== undefined && owedOn(charter) > 0)
      .sort((a, b) => (key(a) < key(b) ? -1 : 1)),
  );
}

const key = ({ performedOn, charterId }: OpenCharter) => `${performedOn} ${charterId}`;

const unsettled = {
  perEntity: true,
  kinds: ['charter'],
  owner: 'CFO',
  source: 'policy default',
  needs: ['open-charters'],
} as const;

/** Revenue that was earned and has not been paid yet. */
export const UNSETTLED_FACTS: readonly FactDefinition[] = [
  {
    ...unsettled,
    id: 'sailed-unpaid-charters',
    title: 'Charters sailed and not fully paid',
    unit: 'count',
    definition: 'Charters that sailed and for which a guest or a platform still owes money, as of now.',
    formula: 'number of charters all ashore with accounts 1100 or 1110 above zero',
    compute: (view) => mapped(owing(view), (charters) => charters.length),
  },
  {
    ...unsettled,
    id: 'sailed-unpaid-cents',
    title: 'Owed for charters sailed',
    unit: 'cents',
    definition: 'What guests and platforms still owe for charters that sailed, as of now.',
    formula: 'accounts 1100 + 1110 of these charters',
    compute: (view) => mapped(owing(view), (charters) => charters.reduce((sum, charter) => sum + owedOn(charter), 0)),
  },
  {
    ...unsettled,
    id: 'sailed-unpaid-30-days',
    title: 'Of these, more than 30 days ago',
    unit: 'count',
    definition: 'Charters that sailed more than 30 days ago and are not fully paid, as of now.',
    formula: 'number of these charters with more than 30 days since all were ashore',
    compute: (view) =>
      mapped(
        owing(view),
        (charters) => charters.filter((charter) => daysBetween(charter.performedOn!, view.today) > LATE_DAYS).length, // owing has left out those without
      ),
  },
];

const meaning = (rest: Pick<FactMeaning, 'id' | 'title' | 'unit' | 'definition' | 'formula'>): FactMeaning => ({
  ...rest,
  source: 'policy default',
  needs: ['open-charters'],
});

/** The charters that sailed and are not fully paid. */
export const UNSETTLED_SUBJECTS: SubjectFacts = {
  kind: 'unsettled',
  meanings: [
    meaning({
      id: 'unsettled-sailed-on',
      title: 'Sailed on',
      unit: 'day',
      definition: 'The day all were ashore.',
      formula: AS_RECORDED,
    }),
    meaning({
      id: 'unsettled-payer',
      title: 'Owed by',
      unit: 'text',
      definition: 'Who owes the money: the guest, the platform, or both.',
      formula: AS_RECORDED,
    }),
    meaning({
      id: 'unsettled-cents',
      title: 'Owed for the charter',
      unit: 'cents',
      definition: 'What guest and platform still owe for the charter, as of now.',
      formula: 'accounts 1100 + 1110 of the charter',
    }),
    meaning({
      id: 'unsettled-days',
      title: 'Days since it sailed',
      unit: 'count',
      definition: 'Days from the day all were ashore to today.',
      formula: 'today − day all were ashore',
    }),
  ],
  list: (whole) => {
    const view = charterBusinesses(whole);
    const found = view && owing(view);
    if (view === undefined || found === undefined || found.state === 'unknown') return [];
    return found.value.map((charter) => ({
      subject: {
        kind: 'unsettled',
        id: `unsettled-${charter.charterId}`,
        name: charter.title,
        entityId: charter.entityId,
      },
      figures: {
        'unsettled-sailed-on': measured(charter.performedOn!, found.basis), // owing has left out those without
        'unsettled-payer': measured(payerOf(charter), found.basis),
        'unsettled-cents': measured(owedOn(charter), found.basis),
        'unsettled-days': measured(daysBetween(charter.performedOn!, view.today), found.basis),
      },
    }));
  },
};

function payerOf({ balances }: OpenCharter): string {
  const [platform, guest] = [(balances['1100'] ?? 0) > 0, (balances['1110'] ?? 0) > 0];
  return platform && guest ? 'platform and guest' : platform ? 'platform' : 'guest';
}
