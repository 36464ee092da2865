import type { DateOrder, DecimalMark } from './cell-reading.ts';
import type { StyleDecision, StyleEvidence } from './date-style.ts';
import { dateOrderEvidence, decimalMarkEvidence } from './date-style.ts';
import type { HeaderMapping, MappingWishes } from './header-mapping.ts';
import { HEAD_ROWS, headerMapping } from './header-mapping.ts';
import type { ImportKind } from './import-kind.ts';
import type { SheetRow } from './sheet-row.ts';

/** What must be known of a whole file before its first row can be read. */
export interface SheetSurvey {
  readonly mapping: HeaderMapping;
  /** Rows below the header, blank ones included. */
  readonly rowsBelow: number;
  /** By field: each column of days for itself. */
  readonly dateOrders: Readonly<Record<string, StyleDecision<DateOrder>>>;
  /** One for the file: a program writes all its numbers alike. */
  readonly decimalMark: StyleDecision<DecimalMark>;
}

/** Collects a survey from the rows of a file in their order. */
export interface SurveyFold {
  readonly take: (row: SheetRow) => void;
  readonly finish: () => SheetSurvey;
}

/** Looks over a file once: where its header is, what its columns hold, and how its days and numbers are written. */
export function sheetSurvey(kind: ImportKind, wishes: MappingWishes = {}): SurveyFold {
  const head: SheetRow[] = [];
  const dates = new Map<string, StyleEvidence<DateOrder>>();
  const marks = decimalMarkEvidence();
  const numbers = new Set<string>();
  let mapping: HeaderMapping | undefined;
  let rowsBelow = 0;

  const look = (of: HeaderMapping, row: SheetRow) => {
    if (of.headerRow === undefined || row.row <= of.headerRow) return;
    rowsBelow += 1;
    for (const { field, index } of of.columns) {
      if (field === undefined) continue;
      dates.get(field)?.take(row.row, row.cells[index] ?? '');
      if (numbers.has(field)) marks.take(row.row, row.cells[index] ?? '');
    }
  };
  const settle = () => {
    const found = headerMapping(kind, head, wishes);
    for (const { field } of found.columns) {
      const asks = field === undefined ? 'nothing' : kind.columns[field]?.reading.asks;
      if (field !== undefined && asks === 'date-order') dates.set(field, dateOrderEvidence());
      if (field !== undefined && asks === 'decimal-mark') numbers.add(field);
    }
    mapping = found;
    for (const row of head) look(found, row);
    head.length = 0;
    return found;
  };
  return {
    take: (row) => {
      if (mapping !== undefined) return look(mapping, row);
      head.push(row);
      if (head.length === HEAD_ROWS) settle();
    },
    finish: () => ({
      mapping: mapping ?? settle(),
      rowsBelow,
      dateOrders: decisions(dates),
      decimalMark: marks.decision(),
    }),
  };
}

function decisions<Style>(of: ReadonlyMap<string, StyleEvidence<Style>>): Record<string, StyleDecision<Style>> {
  return Object.fromEntries([...of].map(([field, evidence]) => [field, evidence.decision()]));
}
