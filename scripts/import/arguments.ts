import { parseArgs } from 'node:util';
import type { Separator } from '../../lambda/collect/spreadsheet/separator.ts';
import type { DateOrder, DecimalMark } from '../../shared/imports/cell-reading.ts';
import type { ImportKind } from '../../shared/imports/import-kind.ts';
import { IMPORT_KINDS, importKindOf } from '../../shared/imports/kinds/catalog.ts';
import { isSlug } from '../../shared/kernel/ids.ts';

/** What somebody asked the command for. */
export interface ImportArguments {
  readonly file: string;
  readonly kind: ImportKind;
  readonly entityId: string;
  readonly check: boolean;
  readonly leaveOutBadRows: boolean;
  readonly dateOrder?: DateOrder;
  readonly dateOrders: Readonly<Record<string, DateOrder>>;
  readonly decimalMark?: DecimalMark;
  readonly separator?: Separator;
  readonly sheet?: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly keepProblems: number;
}

/** Something to print instead of importing: the help, or the columns of a kind. */
export interface PageWanted {
  readonly page: 'help' | ImportKind;
}

const DATE_STYLES: Readonly<Record<string, DateOrder>> = { mdy: 'month-first', dmy: 'day-first' };
const SEPARATORS: Readonly<Record<string, Separator>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' };

export const USAGE = `Usage: npm run import -- <file> --as KIND --entity ID [--check] [options]

Reads a spreadsheet, CSV or XLSX, and stores its rows in the books: those of the local stack, or those TABLE_MAIN and
the rest of the environment name. With any problem nothing is stored, and every problem is listed by row and column.
The same file again stores nothing twice; so an import that broke off is finished by importing the file again.

  <file>                  the spreadsheet; what it is, its first bytes say
  --as KIND               ${IMPORT_KINDS.map(({ id }) => id).join(', ')}
  --columns               with --as: which columns this kind knows, and stop
  --entity ID             whose books it belongs to, such as jada
  --check                 read the file and tell its problems; nothing is stored. Names are those of the books, if there are any
  --leave-out-bad-rows    leave bad rows out and import the rest
  --date-style STYLE      mdy or dmy, for all columns; or FIELD=mdy for one. Asked for when 11/12/2026 could be both
  --decimal MARK          point or comma. Asked for when 1,234 could be both
  --separator NAME        ${Object.keys(SEPARATORS).join(', ')}
  --sheet NAME            the sheet of a workbook; its first by default
  --column FIELD=HEADER   the column a field is read from, by its header or its letters
  --set FIELD=VALUE       one value for every row, such as account=1010 for a bank statement
  --problems NUMBER       how many problems to print; 50 by default
  --help                  this page

Exit codes: 0 clean, or imported · 1 problems, or a question to answer; nothing was stored · 2 the arguments do not fit,
or the file cannot be read or stored · 3 there are no books here`;

/** The command line as a request, or every argument that does not fit. */
export function importArguments(argv: readonly string[]): ImportArguments | PageWanted | readonly string[] {
  const read = parsedArguments(argv);
  if (typeof read === 'string') return [read];
  const { values, positionals } = read;
  if (values.help) return { page: 'help' };
  const problems: string[] = [];
  const kind = importKindOf(values.as ?? '');
  if (kind === undefined)
    problems.push(`--as ${values.as ?? ''}: expected one of ${IMPORT_KINDS.map(({ id }) => id).join(', ')}`);
  else if (values.columns) return { page: kind };
  const [file = '', ...more] = positionals;
  if (file === '')
    problems.push('which file? for example: npm run import -- expenses.xlsx --as expenses --entity jada --check');
  if (more.length > 0) problems.push(`one file at a time; "${more.join(' ')}" is too much`);
  const entityId = values.entity ?? '';
  if (!isSlug(entityId)) problems.push(`--entity ${entityId}: expected the id of an entity, such as jada`);
  const columns = pairs('column', values.column, problems);
  const everyRow = pairs('set', values.set, problems);
  const dates = dateStyles(values['date-style'] ?? [], problems);
  const decimalMark = (['point', 'comma'] as const).find((mark) => mark === values.decimal);
  if (values.decimal !== undefined && !decimalMark)
    problems.push(`--decimal ${values.decimal}: expected point or comma`);
  const separator = SEPARATORS[values.separator ?? ''];
  if (values.separator !== undefined && !separator) {
    problems.push(`--separator ${values.separator}: expected one of ${Object.keys(SEPARATORS).join(', ')}`);
  }
  const keepProblems = Number(values.problems ?? 50);
  if (!Number.isInteger(keepProblems) || keepProblems < 1)
    problems.push(`--problems ${values.problems}: expected a number`);
  if (problems.length > 0 || kind === undefined) return problems;
  return {
    file,
    kind,
    entityId,
    check: values.check ?? false,
    leaveOutBadRows: values['leave-out-bad-rows'] ?? false,
    columns,
    values: everyRow,
    keepProblems,
    ...dates,
    ...(decimalMark ? { decimalMark } : {}),
    ...(separator ? { separator } : {}),
    ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
  };
}

function parsedArguments(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const many = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        as: text,
        entity: text,
        check: flag,
        columns: flag,
        'leave-out-bad-rows': flag,
        'date-style': many,
        decimal: text,
        separator: text,
        sheet: text,
        column: many,
        set: many,
        problems: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function pairs(option: string, given: readonly string[] | undefined, problems: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const pair of given ?? []) {
    const [field = '', ...rest] = pair.split('=');
    if (field === '' || rest.length === 0) problems.push(`--${option} ${pair}: expected FIELD=…`);
    else found[field] = rest.join('=');
  }
  return found;
}

function dateStyles(given: readonly string[], problems: string[]): Pick<ImportArguments, 'dateOrder' | 'dateOrders'> {
  const dateOrders: Record<string, DateOrder> = {};
  let dateOrder: DateOrder | undefined;
  for (const style of given) {
    const [field, named] = style.includes('=') ? style.split('=') : [undefined, style];
    const order = DATE_STYLES[named ?? ''];
    if (order === undefined) problems.push(`--date-style ${style}: expected mdy or dmy, or FIELD=mdy`);
    else if (field === undefined) dateOrder = order;
    else dateOrders[field] = order;
  }
  return dateOrder === undefined ? { dateOrders } : { dateOrder, dateOrders };
}
