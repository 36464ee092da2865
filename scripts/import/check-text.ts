import type { Checked } from '../../lambda/collect/spreadsheet/import-check.ts';
import type { Findings } from '../../lambda/imports/check-import.ts';
import { EXPENSE_ACCOUNTS } from '../../lambda/imports/known-names.ts';
import type { ImportKind } from '../../shared/imports/import-kind.ts';
import type { ImportProblem } from '../../shared/imports/import-problem.ts';
import type { OpenQuestion } from '../../shared/imports/open-questions.ts';
import type { ImportCounts } from '../../shared/wire/imports.ts';

/** What a check found, as the command prints it. */
export function checkText(kind: ImportKind, { survey, questions, summary }: Checked, entityId: string): string {
  const { columns, headerRow, problems } = survey.mapping;
  const parts = [
    headerRow === undefined ? '' : `Header in row ${headerRow}, ${counted(survey.rowsBelow, 'row')} below it.`,
    table(
      ['Column', 'Header', 'Read as'],
      columns.map(({ letters, header, field }) => [
        letters,
        header || '(no name)',
        field === undefined ? 'ignored' : (kind.columns[field]?.title ?? field),
      ]),
    ),
    problems.length > 0 && summary === undefined ? problemTable(problems) : '',
    columnHint(kind, problems),
    ...questions.map(questionText),
    summary === undefined ? 'No row was read yet.' : problemTable(summary.problems),
  ];
  if (summary !== undefined) {
    const { records, badRows, problemCount, problems: shown, shortened } = summary;
    const left = problemCount - shown.length;
    const cut = Object.entries(shortened).map(([field, count]) => `${kind.columns[field]?.title ?? field}: ${count}`);
    parts.push(
      left > 0 ? `${counted(left, 'more problem')} not printed; --problems prints more.` : '',
      cut.length > 0 ? `Texts cut to 120 characters: ${cut.join(', ')}.` : '',
      `${counted(records, 'row')} of ${entityId} read as ${kind.many}, ${counted(badRows, 'bad row')} with ${counted(problemCount, 'problem')}.`,
    );
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Why a file was not imported: nothing of it is in the books. */
export function refusalText(kind: ImportKind, findings: Findings): string {
  const { questions, isRead, ready, badRows, problemCount, problems } = findings;
  const left = problemCount - problems.length;
  const parts = [
    ...questions.map(questionText),
    problemTable(problems),
    columnHint(kind, problems),
    left > 0 ? `${counted(left, 'more problem')} not printed; --problems prints more.` : '',
    isRead
      ? `Nothing was imported. ${counted(ready, 'row')} could be stored as ${kind.many}, ${counted(badRows, 'bad row')} could not; --leave-out-bad-rows imports the rest.`
      : 'Nothing was imported, and no row was read yet; --check shows what each column is read as.',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What became of the rows of a file that was imported. */
export function outcomeText(kind: ImportKind, counts: ImportCounts, entityId: string): string {
  const differs =
    counts.differs === 0
      ? ''
      : ` ${counted(counts.differs, 'row')} on record with something else in it, left as it is.`;
  return `Imported as ${kind.many} of ${entityId}: ${counted(counts.new, 'row')} new, ${counts.there.toLocaleString('en-US')} on record already, ${counts.leftOut.toLocaleString('en-US')} left out.${differs}\n`;
}

/** How to say on the command line which column is meant, where the file's own words do not tell. */
function columnHint(kind: ImportKind, problems: readonly ImportProblem[]): string {
  const missing = problems.filter(({ code }) => code === 'missing-column').map(({ header }) => header);
  const fields = Object.entries(kind.columns)
    .filter(([_field, { title }]) => missing.some((header) => header?.split(/, or | and /).includes(title)))
    .map(([field]) => field);
  if (fields.length === 0) return '';
  const [first = ''] = fields;
  return `Say --column ${first}="the column's own name", or --set ${first}=VALUE for every row; likewise ${fields.slice(1).join(', ')}`
    .replace(/; likewise $/, '')
    .concat('.');
}

/** What columns a kind knows, for somebody who makes such a file. */
export function columnsText(kind: ImportKind): string {
  const rows = Object.entries(kind.columns).map(([field, { title, required, example, names, otherwise }]) => [
    field,
    title,
    required ? 'yes' : otherwise === undefined ? 'no' : `no: ${otherwise}`,
    example,
    names.slice(1).join(', '),
  ]);
  return `${table(['Field', 'Column', 'Required', 'Such as', 'Also called'], rows)}\n${accountsText(kind)}`;
}

/** The accounts an expense may stand on, where a kind asks for one. */
function accountsText(kind: ImportKind): string {
  if (kind.id !== 'expenses') return '';
  const rows = EXPENSE_ACCOUNTS.map(({ id, names }) => [id, ...names]);
  return `\n${table(['Account', 'By its name'], rows)}\n`;
}

function questionText({ question, examples, because, about, field }: OpenQuestion): string {
  const shown = examples.map(({ row, value }) => `row ${row}: ${value}`).join(', ');
  const why = because === 'both' ? 'Some cells say one thing, some the other' : 'No cell tells';
  const say =
    about === 'decimal-mark'
      ? '--decimal point or --decimal comma'
      : `--date-style ${field}=mdy or --date-style ${field}=dmy`;
  return `${question} ${why} (${shown}).\n  Say ${say}.`;
}

function problemTable(problems: readonly ImportProblem[]): string {
  if (problems.length === 0) return '';
  const rows = problems.map(({ row, letters, header, value, message }) => [
    row === undefined ? '' : String(row),
    [letters, header].filter((part) => part !== undefined).join(' '),
    value === undefined ? '' : `"${value}"`,
    message,
  ]);
  return table(['Row', 'Column', 'Stands there', 'Problem'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const all = [head, ...rows];
  const widths = head.map((_title, at) => Math.max(...all.map((row) => [...(row[at] ?? '')].length)));
  return all
    .map((row) =>
      row
        .map((cell, at) => (at === head.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
}
