import type { KeyFigure, Section, Span } from '../../document/report-document.ts';
import type { Fact } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { moved, sideOfTarget, stateOf } from '../../findings/direction.ts';
import { numberIn } from '../../findings/judging.ts';
import { figure, figuresOn } from '../figures.ts';
import { trackedTarget } from '../tracked-target.ts';

/** Where the company stands: the headline figures, four sentences on them, and what changed. */
export function summarySection(sheet: FactSheet, previous: FactSheet | undefined): Section {
  const items = [
    revenueLine(sheet),
    chartersLine(sheet),
    aheadLine(sheet),
    cashLine(sheet),
    changeLine(sheet, previous),
  ];
  return {
    id: 'summary',
    heading: 'Executive summary',
    blocks: [
      { kind: 'key-figures', figures: keyFigures(sheet) },
      { kind: 'list', items: items.filter((spans) => spans.length > 0) },
    ],
  };
}

function keyFigures(sheet: FactSheet): readonly KeyFigure[] {
  const revenue = shown(sheet, 'recognised-revenue', 'tracked-revenue');
  const cash = shown(sheet, 'unrestricted-cash', 'tracked-unrestricted-cash');
  return [
    revenueFigure(sheet, revenue),
    keyFigure(
      sheet,
      'performed-charters',
      'break-even-charters',
      lead(sheet, 'performed-charters', 'break-even-charters'),
    ),
    keyFigure(sheet, 'confirmed-30-days', 'target-next-30-days'),
    keyFigure(sheet, cash, 'restricted-cash'),
    keyFigure(sheet, shown(sheet, 'runway', 'tracked-runway'), shown(sheet, 'net-burn', 'tracked-net-burn')),
    keyFigure(sheet, 'average-contribution', 'fixed-cost'),
  ].flat();
}

/** Revenue beside its target; where not all is known, beside the target of those businesses whose revenue it is. */
function revenueFigure(sheet: FactSheet, id: string): KeyFigure[] {
  const aim = trackedTarget(sheet);
  if (id !== 'tracked-revenue' || aim === undefined)
    return keyFigure(sheet, id, 'revenue-target', numberIn(sheet.get('revenue-gap-to-date')));
  const isOver = sheet.period.until <= sheet.today;
  const gap = (numberIn(sheet.get(id)) ?? 0) - (numberIn(aim) ?? 0);
  const against = { label: isOver ? 'Their target' : 'Their target, whole period', figure: figure(aim, sheet.zone) };
  return keyFigure(sheet, id).map((key) => ({ ...key, against, ...(isOver ? { state: stateOf(gap) } : {}) }));
}

/** The first fact that is known; the first of all when none is. */
function shown(sheet: FactSheet, ...ids: readonly [string, ...string[]]): string {
  return ids.find((id) => sheet.measuredOf(id).state !== 'unknown') ?? ids[0];
}

function keyFigure(sheet: FactSheet, id: string, againstId?: string, ahead?: number): KeyFigure[] {
  if (!sheet.has(id)) return [];
  const fact = sheet.get(id);
  const isKnown = fact.measured.state !== 'unknown';
  // “not burning” says all there is: a burn below zero beside it would only puzzle.
  const isWord = fact.measured.state !== 'unknown' && typeof fact.measured.value === 'string';
  const held =
    !isWord && againstId !== undefined && sheet.measuredOf(againstId).state !== 'unknown'
      ? sheet.get(againstId)
      : undefined;
  return [
    {
      label: fact.meaning.title,
      figure: figure(fact, sheet.zone),
      ...(held ? { against: { label: againstLabel(sheet, held), figure: figure(held, sheet.zone) } } : {}),
      state: !isKnown ? 'unknown' : ahead === undefined ? 'neutral' : stateOf(ahead),
    },
  ];
}

/** A running period is not over: its target is the whole one, the judgement that of its days so far. */
function againstLabel(sheet: FactSheet, { meaning }: Fact): string {
  const isWhole = meaning.id === 'revenue-target' && sheet.period.until > sheet.today;
  return isWhole ? `${meaning.title}, whole period` : meaning.title;
}

/** How far ahead a count is of what it needs; nothing while a running month may still get there. */
function lead(sheet: FactSheet, actualId: string, neededId: string): number | undefined {
  const [actual, needed] = [numberIn(sheet.get(actualId)), numberIn(sheet.get(neededId))];
  if (actual === undefined || needed === undefined) return undefined;
  return actual < needed && sheet.period.until > sheet.today ? undefined : actual - needed;
}

function revenueLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const gap = numberIn(sheet.get('revenue-gap-to-date'));
  const isWhole = numberIn(sheet.get('recognised-revenue')) !== undefined;
  if (!isWhole && numberIn(sheet.get('tracked-revenue')) !== undefined) return gapsByEntity(sheet);
  if (gap === undefined) return ['Revenue is ', at('recognised-revenue'), '.'];
  const toDate = at('revenue-gap-to-date');
  return ['Revenue is ', at('recognised-revenue'), `, ${sideOfTarget(gap)} to date (gap `, toDate, ').'];
}

/** How far each business is from its own target, and of whom that is not known: what the figures together do not say. */
function gapsByEntity(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const gapOf = (id: string) =>
    sheet.has('revenue-gap-to-date', id) ? numberIn(sheet.get('revenue-gap-to-date', id)) : undefined;
  const known = sheet.entities.filter(({ id }) => gapOf(id) !== undefined);
  const open = sheet.entities.filter(({ id }) => gapOf(id) === undefined).map(({ name }) => name);
  const when = sheet.period.until <= sheet.today ? '' : ' to date';
  const gaps = known.flatMap(({ id, name }, i): Span[] => [
    `${i === 0 ? '' : '; '}${name} is ${sideOfTarget(gapOf(id) ?? 0)}${when} (gap `,
    at('revenue-gap-to-date', id),
    ')',
  ]);
  const unknown = open.length === 0 ? '' : `Not known against target: ${open.join(', ')}.`;
  return gaps.length === 0 ? [unknown] : [...gaps, open.length === 0 ? '.' : `. ${unknown}`];
}

function chartersLine(sheet: FactSheet): readonly Span[] {
  if (!sheet.has('performed-charters')) return [];
  const at = figuresOn(sheet);
  const sailed: Span[] = ['Charters sailed: ', at('performed-charters')];
  const toGo = sheet.get('charters-to-break-even').measured;
  if (toGo.state === 'unknown') return [...sailed, '.'];
  if (toGo.value === 0)
    return [...sailed, '; the month has reached its break-even of ', at('break-even-charters'), '.'];
  if (typeof toGo.value === 'string') return [...sailed, '; at the present contribution break-even is unreachable.'];
  const isOver = sheet.period.until <= sheet.today;
  return [
    ...sailed,
    isOver ? '; short of break-even by ' : '; still to sail to break even: ',
    at('charters-to-break-even'),
    '.',
  ];
}

function aheadLine(sheet: FactSheet): readonly Span[] {
  if (!sheet.has('confirmed-30-days')) return [];
  const at = figuresOn(sheet);
  const share = numberIn(sheet.get('confirmed-share-30-days'));
  const ahead: Span[] =
    share === undefined
      ? ['Confirmed for the next 30 days: ', at('confirmed-30-days')]
      : ['Firm charters of the next 30 days reach ', at('confirmed-share-30-days'), ' of their target'];
  const pipeline = numberIn(sheet.get('weighted-pipeline'));
  const behind: Span[] =
    pipeline === undefined ? [] : ['; open leads, weighed by probability, are worth ', at('weighted-pipeline')];
  return [...ahead, ...behind, '.'];
}

function cashLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const id = shown(sheet, 'unrestricted-cash', 'tracked-unrestricted-cash');
  const runway = sheet.get(shown(sheet, 'runway', 'tracked-runway'));
  const burn = shown(sheet, 'net-burn', 'tracked-net-burn');
  const where = id === 'unrestricted-cash' ? '' : ' where books are kept';
  const cash: Span[] = [`Cash the company may spend${where}: `, at(id)];
  if (runway.measured.state === 'unknown') return [...cash, '.'];
  if (typeof runway.measured.value === 'string') return [`On average of the last three full months cash grew${where}.`];
  return [...cash, ', enough for ', at(runway.meaning.id), ' at a net burn of ', at(burn), ' per month.'];
}

const FOLLOWED = ['recognised-revenue', 'confirmed-30-days', 'weighted-pipeline', 'unrestricted-cash', 'missing-kpis'];

/** What moved since the last issue. Period figures are compared only within the same period. */
function changeLine(sheet: FactSheet, previous: FactSheet | undefined): readonly Span[] {
  if (previous === undefined) return ['There is no earlier issue to show changes against.'];
  const changes = FOLLOWED.flatMap((id) => {
    if (id === 'recognised-revenue' && previous.period.from !== sheet.period.from) return [];
    const [before, now] = [previous.get(id), sheet.get(id)];
    const [from, to] = [numberIn(before), numberIn(now)];
    if (from === undefined || to === undefined || from === to) return [];
    const was = { ...figure(before, sheet.zone), fact: `${before.key}~last-issue` };
    return [[`${now.meaning.title} ${moved(from, to)} from `, was, ' to ', figure(now, sheet.zone)]];
  });
  const since: Span[] = ['Since the last issue, ', { cell: { kind: 'day', value: previous.today } }, ': '];
  if (changes.length === 0) return [...since, 'no change in these figures.'];
  return [...since, ...changes.flatMap((change, i) => (i === 0 ? change : ['; ', ...change])), '.'];
}
