import type { Block, KeyFigure, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';

/** What a headline figure is held against, and when it is good. */
interface Shown {
  readonly fact: string;
  readonly against?: string;
  readonly isGood?: (value: number) => boolean;
}

const SHOWN: readonly Shown[] = [
  { fact: 'delivery-gap-due', against: 'delivery-billing-gap', isGood: (value) => value === 0 },
  { fact: 'delivery-entitlement', against: 'delivery-billed' },
  { fact: 'delivery-billed-share', against: 'delivery-gap-in-progress' },
  { fact: 'delivery-margin-share', against: 'delivery-margin', isGood: (value) => value >= 2_500 },
  { fact: 'delivery-receivable', against: 'delivery-overdue' },
  { fact: 'delivery-advances-held', against: 'delivery-advance-coverage' },
];

const LINES: readonly (readonly [words: string, fact: string, cents: string | undefined, who: string])[] = [
  ['Delivered and not invoiced', 'delivery-gap-not-invoiced', undefined, 'The delivery lead sends the invoice'],
  ['Standby days no invoice asked for', 'delivery-gap-standby', undefined, 'The delivery lead bills them'],
  ['Expenses no invoice asked for', 'delivery-gap-expenses', undefined, 'The delivery lead bills them'],
  ['Other days no invoice asked for', 'delivery-gap-days', undefined, 'The delivery lead bills them'],
  ['Expenses without a receipt', 'delivery-unproven-expenses', 'delivery-unproven-cents', 'The captain brings them'],
  ['Past due from owners', 'delivery-overdue', undefined, 'The delivery lead calls the owner'],
  ['Owed to the crew', 'delivery-crew-owed', undefined, 'Accounting pays it'],
  ['Days missing in the logs', 'delivery-log-gaps', undefined, 'The captain completes the log'],
];

/** The first screen: what was earned, what of it was asked for, and where the rest went. */
export function summarySection(sheet: FactSheet): Section {
  const blocks: readonly Block[] = [
    { kind: 'key-figures', figures: SHOWN.map((shown) => keyFigure(sheet, shown)) },
    { kind: 'list', items: [jobsLine(sheet), ...openLines(sheet)] },
  ];
  return { id: 'summary', heading: 'Executive summary', blocks };
}

function keyFigure(sheet: FactSheet, { fact, against, isGood }: Shown): KeyFigure {
  const at = figuresOn(sheet);
  const value = numberIn(sheet.get(fact));
  const state = value === undefined ? 'unknown' : isGood === undefined ? 'neutral' : isGood(value) ? 'good' : 'bad';
  const isHeld = against !== undefined && value !== undefined && numberIn(sheet.get(against)) !== undefined;
  const held = isHeld ? { against: { label: sheet.get(against).meaning.title, figure: at(against) } } : {};
  return { label: sheet.get(fact).meaning.title, figure: at(fact), ...held, state };
}

function jobsLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  return ['Jobs on the board: ', at('delivery-jobs'), ', under way: ', at('delivery-jobs-under-way'), '.'];
}

/** What is open, how much, and who brings it; what is not open is not listed. */
function openLines(sheet: FactSheet): readonly (readonly Span[])[] {
  const at = figuresOn(sheet);
  return LINES.filter(([, fact]) => (numberIn(sheet.get(fact)) ?? 0) > 0).map(([words, fact, cents, who]) => [
    `${words}: `,
    at(fact),
    ...(cents === undefined ? [] : [' (', at(cents), ')']),
    `. ${who}.`,
  ]);
}
