import type { JournalEntry } from '../../../shared/records/journal.ts';

/** The columns: what an entry says of itself, then one line or one tally of it. */
export const CSV_COLUMNS = [
  'id',
  'part',
  'entityId',
  'template',
  'businessOn',
  'charterId',
  'channelId',
  'subjectId',
  'recordId',
  'reverses',
  'memo',
  'postedAt',
  'postedBy',
  'account',
  'cents',
  'month',
  'tallyGroup',
  'name',
  'amount',
] as const;

/** The first line of the table. */
export const CSV_HEADING = `${CSV_COLUMNS.join(',')}\n`;

/** An entry as rows of a table, one for each line and tally and one where it has neither; its parts are counted from 1. */
export function csvRows(entry: JournalEntry): string {
  const { id, entityId, template, businessOn, refs, reverses, memo, postedAt, postedBy } = entry;
  const of = [entityId, template, businessOn, refs.charterId, refs.channelId, refs.subjectId, refs.recordId, reverses];
  const rows: (readonly (string | number)[])[] = [
    ...entry.lines.map(({ account, cents }) => [account, cents, '', '', '', '']),
    ...entry.tallies.map(({ month, group, name, amount }) => ['', '', month, group, name, amount]),
  ];
  if (rows.length === 0) rows.push(['', '', '', '', '', '']);
  return rows.map((row, at) => csvLine([id, at + 1, ...of, memo, postedAt, postedBy, ...row])).join('');
}

function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(value: string | number | undefined = ''): string {
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
