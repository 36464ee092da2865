import type { Month } from '../../../kernel/calendar.ts';
import { daysBetween, monthOf, plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, isKnown, mapped, measured } from '../../../kernel/measured.ts';
import { DEPOSIT_CODES } from '../../../ledger/deposit-movements.ts';
import type { OpenCharter } from '../../../records/open-charter.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import type { FactView } from '../view.ts';
import { depositOf, overOn } from './charter-money.ts';
import { offTheBooks, openCharters, owedAt } from './kept-books.ts';

type Movement = 'deposits-received' | 'deposits-recognised' | 'deposits-returned';

function movedInPeriod(view: FactView, name: Movement): Measured<number> {
  return offTheBooks(view, (kept) => kept.books.tally(kept.entityIds, kept.months, 'operations', name));
}

function opening(view: FactView): Measured<number> {
  const [first = view.month] = view.months;
  return owedAt(view, DEPOSIT_CODES, plusMonths(first, -1));
}

/** Charters still to sail that hold a deposit. */
function ahead(view: FactView): Measured<readonly OpenCharter[]> {
  return mapped(openCharters(view), (open) =>
    open.filter((charter) => depositOf(charter) > 0 && overOn(charter) === undefined),
  );
}

function sailingWithin(view: FactView, from: number, until: number): Measured<number> {
  return mapped(ahead(view), (open) =>
    open
      .filter(({ sailsOn }) => {
        const days = daysBetween(view.today, sailsOn);
        return days >= from && days < until;
      })
      .reduce((sum, charter) => sum + depositOf(charter), 0),
  );
}

const DEPOSIT = {
  unit: 'cents',
  perEntity: true,
  owner: 'Accounting',
  kinds: ['charter'],
  needs: ['balances'],
  source: 'ASC 606: guest money is a liability until the charter is performed',
} as const;

const LISTED = { ...DEPOSIT, needs: ['balances', 'open-charters'] } as const;

const movement = (id: Movement, title: string, definition: string): FactDefinition => ({
  ...DEPOSIT,
  id,
  title,
  definition,
  formula: 'deposit movements counted with each journal entry of the period',
  compute: (view) => movedInPeriod(view, id),
});

const sailing = (id: string, words: string, from: number, until: number): FactDefinition => ({
  ...LISTED,
  id,
  title: `Deposits of charters ${words}`,
  definition: `Deposits held for charters ${words}.`,
  family: { title: 'Deposits by time to sailing', definition: 'Deposits held for charters, by how soon they sail.' },
  formula: 'accounts 2100 and 2105 by charter, by days to the sail date',
  compute: (view) => sailingWithin(view, from, until),
});

export const DEPOSIT_FACTS: readonly FactDefinition[] = [
  {
    ...DEPOSIT,
    id: 'deposits-opening',
    title: 'Deposits held at the start',
    definition: 'Guest money for charters not yet sailed when the period began.',
    formula: 'accounts 2100 and 2105 at the end of the month before',
    compute: opening,
  },
  movement('deposits-received', 'Deposits received', 'Guest money that came in for charters still to sail.'),
  movement(
    'deposits-recognised',
    'Deposits recognised',
    'Deposits that became revenue, by sailing or as a cancellation fee.',
  ),
  movement('deposits-returned', 'Deposits returned', 'Deposits paid back, or owed back since a cancellation.'),
  {
    ...DEPOSIT,
    id: 'deposits-closing',
    title: 'Deposits held at the end',
    definition: 'Guest money for charters not yet sailed at the end of the period.',
    formula: 'accounts 2100 and 2105 at the end of the period',
    compute: (view) => owedAt(view, DEPOSIT_CODES),
  },
  {
    ...DEPOSIT,
    id: 'deposits-difference',
    title: 'Roll-forward difference',
    definition:
      'What the deposits held at the end do not owe to the start and the movements; anything but zero is an error.',
    formula: 'start + received − recognised − returned − end',
    compute: (view) => {
      const grown = combined(
        movedInPeriod(view, 'deposits-received'),
        movedInPeriod(view, 'deposits-recognised'),
        (a, b) => a - b,
      );
      const net = combined(grown, movedInPeriod(view, 'deposits-returned'), (a, b) => a - b);
      const held = combined(owedAt(view, DEPOSIT_CODES), opening(view), (end, start) => end - start);
      return combined(net, held, (moved, growth) => moved - growth);
    },
  },
  {
    ...LISTED,
    id: 'deposits-ahead',
    title: 'Deposits of charters still to sail',
    definition: 'Deposits held today for charters that are not over.',
    formula: 'accounts 2100 and 2105 by charter',
    compute: (view) => sailingWithin(view, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
  },
  sailing('deposits-sailing-30', 'sailing within 30 days', 0, 31),
  sailing('deposits-sailing-60', 'sailing in 31 to 60 days', 31, 61),
  sailing('deposits-sailing-90', 'sailing in 61 to 90 days', 61, 91),
  sailing('deposits-sailing-later', 'sailing in more than 90 days', 91, Number.POSITIVE_INFINITY),
  {
    ...LISTED,
    id: 'deposits-overdue',
    title: 'Deposits of charters past their sail date',
    definition: 'Deposits of charters whose sail date has passed and that are neither completed nor cancelled.',
    formula: 'accounts 2100 and 2105 by charter, where the sail date is before today',
    compute: (view) => sailingWithin(view, Number.NEGATIVE_INFINITY, 0),
  },
];

/** Deposits by the month in which the charters they are for sail: when they are due to become revenue. */
export const DEPOSIT_MONTH_SUBJECTS: SubjectFacts = {
  kind: 'deposit-month',
  meanings: [
    {
      ...schedule(),
      id: 'deposit-month-charters',
      title: 'Charters with a deposit',
      unit: 'count',
      definition: 'Charters that sail in the month and hold a deposit.',
    },
    {
      ...schedule(),
      id: 'deposit-month-cents',
      title: 'Deposits by month of sailing',
      unit: 'cents',
      definition: 'Deposits held for charters that sail in the month.',
    },
    {
      ...schedule(),
      id: 'deposit-month-price',
      title: 'Price of those charters',
      unit: 'cents',
      definition: 'What the guests of those charters pay in all, tax included.',
    },
  ],
  list: (view) => {
    const open = ahead(view);
    if (!isKnown(open)) return [];
    const months = [...new Set(open.value.map(({ sailsOn }) => monthOf(sailsOn)))].sort();
    return months.map((month: Month) => {
      const held = open.value.filter(({ sailsOn }) => monthOf(sailsOn) === month);
      return {
        subject: { kind: 'deposit-month', id: `deposits-${month}`, name: month },
        figures: {
          'deposit-month-charters': measured(held.length, open.basis),
          'deposit-month-cents': measured(
            held.reduce((sum, of) => sum + depositOf(of), 0),
            open.basis,
          ),
          'deposit-month-price': measured(
            held.reduce((sum, of) => sum + of.priceCents, 0),
            open.basis,
          ),
        },
      };
    });
  },
};

function schedule() {
  return { formula: 'unsettled charters by sail date', source: DEPOSIT.source, needs: LISTED.needs };
}
