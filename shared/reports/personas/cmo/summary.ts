import type { KeyFigure, Section, Span } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';
import { numberAt, wordAt } from './subject-table.ts';

/** Where bookings come from, what one costs, what is blocked: the first screen. */
export function summarySection(sheet: FactSheet): Section {
  const lines = [sourceLine(sheet), costLine(sheet), losingLine(sheet), blockedLine(sheet), answerLine(sheet)];
  const items = lines.filter((spans) => spans.length > 0);
  return {
    id: 'summary',
    heading: 'Executive summary',
    blocks: [
      { kind: 'key-figures', figures: keyFigures(sheet) },
      ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
    ],
  };
}

/** Figures of a first screen; what comes after them is told in its own section. */
const FIGURES = 6;

function keyFigures(sheet: FactSheet): readonly KeyFigure[] {
  const at = figuresOn(sheet);
  const held = (label: string, id: string, against?: readonly [label: string, id: string]): KeyFigure[] => {
    if (!sheet.has(id)) return [];
    const isKnown = sheet.measuredOf(id).state !== 'unknown';
    const beside = against !== undefined && sheet.has(against[1]) && sheet.measuredOf(against[1]).state !== 'unknown';
    return [
      {
        label,
        figure: at(id),
        ...(beside ? { against: { label: against[0], figure: at(against[1]) } } : {}),
        state: isKnown ? 'neutral' : 'unknown',
      },
    ];
  };
  const figures = [
    ...held('Inquiries in the period', 'inquiries', ['without an answer now', 'unanswered-leads']),
    ...held('Lead conversion', 'conversion-rate', ['newest leads so far', 'conversion-rate-running']),
    ...held('Cost of a new customer', 'blended-cac', ['with commission', 'blended-cac-loaded']),
    ...held('Usual time to first answer', 'response-median-minutes'),
    ...held('Visible listings', 'visible-listings', ['of those we have or want', 'eligible-listings']),
    ...held('People on mailing lists', 'list-size', ['growth in a month', 'list-growth']),
    ...held('Advertising per booked hauling job', 'cost-per-booked-job'),
  ];
  return figures.slice(0, FIGURES);
}

function channels(sheet: FactSheet): readonly Subject[] {
  return sheet.subjects('marketing-channel');
}

/** The channels that booked most lately, up to three. */
function sourceLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const all = channels(sheet)
    .map((channel) => ({ channel, count: numberAt(sheet, 'channel-booked', channel) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.channel.id < b.channel.id ? -1 : 1));
  const booked = all.slice(0, 3);
  if (booked.length === 0) return [];
  return [
    `${all.length > booked.length ? 'Most bookings' : 'Bookings'} of the last three full months came from `,
    ...booked.flatMap(({ channel }, i): Span[] => [
      `${i === 0 ? '' : i === booked.length - 1 ? ' and ' : ', '}${channel.name} (`,
      at('channel-booked', channel.id),
      ')',
    ]),
    '.',
  ];
}

function costLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  if (!isKnown(sheet, 'blended-cac') || !isKnown(sheet, 'blended-cac-loaded')) return [];
  if (!isKnown(sheet, 'average-contribution')) return [];
  return [
    'A charter leaves ',
    at('average-contribution'),
    '; winning its customer cost ',
    at('blended-cac-loaded'),
    ', platform commission included.',
  ];
}

function losingLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const losing = channels(sheet).filter((channel) => {
    const [cost, left] = ['channel-cac-loaded', 'channel-contribution-each'].map((id) => numberAt(sheet, id, channel));
    return cost !== undefined && left !== undefined && cost > left;
  });
  if (losing.length === 0) return [];
  return [
    'Loses money on every new customer: ',
    ...losing.flatMap(({ id, name }, i): Span[] => [
      `${i === 0 ? '' : '; '}${name}, cost `,
      at('channel-cac-loaded', id),
      ' against ',
      at('channel-contribution-each', id),
      ' left by a charter',
    ]),
    '.',
  ];
}

/** The listings that wait for something named, and since when. */
function blockedLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const blocked = sheet
    .subjects('listing')
    .filter((listing) => {
      const why = wordAt(sheet, 'listing-blockers', listing);
      return why !== undefined && why !== 'none recorded';
    })
    .slice(0, 3);
  if (blocked.length === 0) return [];
  return [
    'Blocked: ',
    ...blocked.flatMap(({ id, name }, i): Span[] => [
      `${i === 0 ? '' : '; '}${name}, since `,
      at('listing-since', id),
      ' (',
      at('listing-blockers', id),
      ')',
    ]),
    '.',
  ];
}

function answerLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const waiting = channels(sheet).filter((channel) => (numberAt(sheet, 'channel-unanswered', channel) ?? 0) > 0);
  if (waiting.length === 0) return [];
  return [
    'Waiting for a first answer: ',
    ...waiting.flatMap(({ id, name }, i): Span[] => [`${i === 0 ? '' : ', '}${name} `, at('channel-unanswered', id)]),
    '.',
  ];
}

function isKnown(sheet: FactSheet, id: string): boolean {
  return sheet.has(id) && sheet.measuredOf(id).state !== 'unknown';
}
