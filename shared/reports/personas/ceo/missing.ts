import { textFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { GROUP } from '../../facts/fact-sheet.ts';
import { joinedMissing } from '../../facts/naming.ts';
import { missingIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';

/** Which figures cannot be computed, by what to record to have them: what unlocks most comes first. */
export function missingSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const missing = sheet.facts.filter((fact) => fact.scope === GROUP && fact.measured.state === 'unknown');
  const byRecord = new Map<string, Set<string>>();
  const joined = joinedMissing(missing.flatMap((fact) => missingIn([fact])));
  for (const fact of missing) {
    for (const text of missingIn([fact])) {
      const record = joined.get(text) ?? text;
      byRecord.set(record, (byRecord.get(record) ?? new Set()).add(fact.meaning.title));
    }
  }
  const rows = [...byRecord]
    .sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1))
    .map(([record, titles]) => [textFigure(record), textFigure([...titles].sort().join('; '))]);
  const told: Block = {
    kind: 'paragraph',
    spans: ['Figures of this report that are not known: ', at('missing-kpis'), '.'],
  };
  const columns = [
    { heading: 'Record', align: 'left' as const },
    { heading: 'To know', align: 'left' as const },
  ];
  const table: Block = { kind: 'table', caption: 'What to record, and the figures it brings', columns, rows };
  return {
    id: 'missing',
    heading: 'Missing figures: what to record',
    count: rows.length,
    blocks: rows.length === 0 ? [told] : [told, table],
  };
}
