import { gatheredBy, joinedMissing } from '../../../kernel/missing.ts';
import { countFigure, textFigure } from '../../document/cells.ts';
import type { Block, Figure, Section } from '../../document/report-document.ts';
import type { Fact, FigureOwner } from '../../facts/fact.ts';
import { FIGURE_OWNERS } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { GROUP } from '../../facts/fact-sheet.ts';
import { missingIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';

/**
 * Which figures cannot be computed, by what to record to have them: what unlocks most comes first. What the others
 * answer for is counted here and told in their own reports.
 */
export function missingSection(sheet: FactSheet): Section {
  const missing = sheet.facts.filter((fact) => fact.scope === GROUP && fact.measured.state === 'unknown');
  const rows = recordRows(missing.filter((fact) => ownerOf(fact) === 'CEO'));
  const others = FIGURE_OWNERS.filter((owner) => owner !== 'CEO').flatMap((owner) => {
    const theirs = missing.filter((fact) => ownerOf(fact) === owner).length;
    return theirs === 0 ? [] : [[`${owner}: `, countFigure(theirs), theirs === 1 ? ' figure.' : ' figures.']];
  });
  const told: Block = {
    kind: 'paragraph',
    spans: ['Figures of the business that are not known: ', figuresOn(sheet)('missing-kpis'), '.'],
  };
  const table: Block = { kind: 'table', caption: 'What to record, and the figures it brings', columns: COLUMNS, rows };
  const elsewhere: Block[] = [
    { kind: 'paragraph', spans: ['The others are for these to bring; their reports say what to record:'] },
    { kind: 'list', items: others },
  ];
  return {
    id: 'missing',
    heading: 'Missing figures: what to record',
    ...(rows.length === 0 && others.length > 0 ? {} : { count: rows.length }),
    blocks: [told, ...(rows.length === 0 ? [] : [table]), ...(others.length === 0 ? [] : elsewhere)],
  };
}

const COLUMNS = [
  { heading: 'Record', align: 'left' },
  { heading: 'To know', align: 'left' },
] as const;

/** Each thing to record with the figures it brings. */
function recordRows(missing: readonly Fact[]): readonly (readonly Figure[])[] {
  const byRecord = new Map<string, Set<string>>();
  const joined = joinedMissing(missing.flatMap((fact) => missingIn([fact])));
  for (const fact of missing) {
    for (const text of missingIn([fact])) {
      const record = joined.get(text) ?? text;
      byRecord.set(record, (byRecord.get(record) ?? new Set()).add(fact.meaning.title));
    }
  }
  return gatheredBy([...byRecord].map(([record, titles]) => [record, [...titles].sort()]))
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([record, titles]) => [textFigure(record), textFigure(titles.join('; '))]);
}

function ownerOf(fact: Fact): FigureOwner {
  return fact.meaning.owner ?? 'CEO';
}
