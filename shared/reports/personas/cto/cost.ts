import { textFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { moved } from '../../findings/direction.ts';
import type { Finding, Shortfall } from '../../findings/finding.ts';
import { shortfallsIn } from '../../findings/finding.ts';
import { numberIn } from '../../findings/judging.ts';
import { bySeverity } from '../../findings/ranking.ts';
import { figuresOn } from '../figures.ts';
import { resourcesFailing } from './whose.ts';

const SERVICES = 10;

/** What the cloud costs by service, how that changed, what is believed of it, and what is paid for nothing. */
export function costSection(sheet: FactSheet, findings: readonly Finding[]): Section {
  const waste = bySeverity(shortfallsIn(findings)).filter(({ rule }) => rule.category === 'Waste');
  return {
    id: 'cost',
    heading: 'Cloud cost and waste',
    blocks: [
      { kind: 'list', items: [costLine(sheet), ...beliefLine(sheet), toDateLine(sheet), wasteLine(sheet)] },
      ...serviceTable(sheet),
      ...wasteList(sheet, waste),
    ],
  };
}

function costLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const change = numberIn(sheet.get('cloud-cost-change'));
  if (change === undefined) return ['Last full month: ', at('cloud-cost-month'), '.'];
  const way = moved(0, change);
  const by: Span[] =
    way === 'unchanged'
      ? []
      : [' (', at('cloud-cost-change'), ' or ', at('cloud-cost-change-share'), ')', ...most(sheet, change)];
  return ['Last full month: ', at('cloud-cost-month'), `, ${way} from `, at('cloud-cost-month-before'), ...by, '.'];
}

/** The service that moved most in the direction of the whole; nothing where none did. */
function most(sheet: FactSheet, change: number): readonly Span[] {
  const along = (id: string) => (numberIn(sheet.get('service-cost-change', id)) ?? 0) * Math.sign(change);
  const [first] = [...sheet.subjects('cloud-service')].sort((a, b) => along(b.id) - along(a.id));
  if (first === undefined || along(first.id) <= 0) return [];
  return [`, most of all ${first.name}: `, figuresOn(sheet)('service-cost-change', first.id)];
}

/** What the owner believes, beside what was measured; nothing where no belief is recorded. */
function beliefLine(sheet: FactSheet): readonly (readonly Span[])[] {
  const ids = ['cloud-cost-believed-low', 'cloud-cost-believed-high'] as const;
  if (!ids.every((id) => sheet.has(id) && sheet.measuredOf(id).state !== 'unknown')) return [];
  const at = figuresOn(sheet);
  const [low, high] = ids.map((id) => numberIn(sheet.get(id)) ?? 0);
  const cost = numberIn(sheet.get('cloud-cost-month'));
  const side =
    cost === undefined
      ? ''
      : cost > (high ?? 0)
        ? ', which is more'
        : cost < (low ?? 0)
          ? ', which is less'
          : ', which agrees';
  return [['Believed: ', at(ids[0]), ' to ', at(ids[1]), ' a month; measured: ', at('cloud-cost-month'), `${side}.`]];
}

function toDateLine(sheet: FactSheet): readonly Span[] {
  return ['This month to date: ', figuresOn(sheet)('cloud-cost-to-date'), '.'];
}

function wasteLine(sheet: FactSheet): readonly Span[] {
  return ['Could be saved each month: ', figuresOn(sheet)('waste-month'), '.'];
}

function wasteList(sheet: FactSheet, waste: readonly Shortfall[]): readonly Block[] {
  if (waste.length === 0) return [];
  const items = waste.map(({ rule }): Span[] => [
    `${rule.title}: `,
    ...resourcesFailing(sheet, rule.id),
    `. ${rule.action.title}.`,
  ]);
  return [
    { kind: 'paragraph', spans: ['Paid for and not used, or dearer than needed:'] },
    { kind: 'list', items },
  ];
}

function serviceTable(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const services = sheet.subjects('cloud-service');
  if (services.length === 0) return [];
  const shown = services.slice(0, SERVICES);
  const isAll = shown.length === services.length;
  const rest = services.slice(SERVICES).map(({ name }) => name);
  const table: Block = {
    kind: 'table',
    caption: 'Cost by service, last full month',
    columns: [
      { heading: 'Service', align: 'left' },
      { heading: 'Cost', align: 'right' },
      { heading: 'Change', align: 'right' },
    ],
    rows: shown.map(({ id, name }) => [textFigure(name), at('service-cost', id), at('service-cost-change', id)]),
    ...(isAll ? { totals: [textFigure('Together'), at('cloud-cost-month'), at('cloud-cost-change')] } : {}),
  };
  return isAll ? [table] : [table, { kind: 'paragraph', spans: [`Cheaper, not listed: ${rest.join(', ')}.`] }];
}
