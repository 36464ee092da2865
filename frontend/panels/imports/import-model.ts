import type {
  CheckImportBody,
  CheckImportResponse,
  ImportKindView,
  ImportRecord,
  ListImportsResponse,
} from '../../../shared/wire/imports.ts';

/** What a person has said about a file so far. */
export type Said = CheckImportBody;

/** Nothing said yet but what it is and for whom. */
export function nothingSaid(kind: string, entityId: string): Said {
  return { kind, entityId, columns: {}, values: {}, dateOrders: {}, leaveOutBadRows: false, excluded: [] };
}

/** The same with a column read as another field; a field has one column, and an empty name takes it away. */
export function withColumn(said: Said, letters: string, field: string): Said {
  const others = Object.entries(said.columns).filter(([name, column]) => column !== letters && name !== field);
  const values = Object.fromEntries(Object.entries(said.values).filter(([name]) => name !== field));
  return { ...said, values, columns: Object.fromEntries(field === '' ? others : [...others, [field, letters]]) };
}

/** The same with one value for every row of a field; an empty one takes it away. */
export function withValue(said: Said, field: string, value: string): Said {
  const others = Object.entries(said.values).filter(([name]) => name !== field);
  const columns = Object.fromEntries(Object.entries(said.columns).filter(([name]) => name !== field));
  return {
    ...said,
    columns,
    values: Object.fromEntries(value.trim() === '' ? others : [...others, [field, value.trim()]]),
  };
}

/** Fields no column fills: the person can give one value for every row. */
export function fieldsWithoutColumn(kind: ImportKindView, found: CheckImportResponse) {
  const filled = new Set(found.columns.flatMap(({ field }) => field ?? []));
  return kind.fields.filter(({ name }) => !filled.has(name));
}

/** The businesses whose books take rows of a kind. */
export function entitiesFor(
  kind: Pick<ImportKindView, 'business'> | undefined,
  entities: ListImportsResponse['entities'],
): ListImportsResponse['entities'] {
  return entities.filter((one) => kind?.business === undefined || kind.business === one.kind);
}

/** What a check came to, in a sentence. */
export function foundText(found: CheckImportResponse): string {
  if (found.questions.length > 0)
    return 'The file does not say everything. Answer the question below, then check again.';
  if (!found.isRead) return 'The columns do not tell everything that is needed. No row was read yet.';
  const left = found.leftOut === 0 ? '' : ` ${rows(found.leftOut)} left out.`;
  const bad = found.badRows === 0 ? '' : ` ${rows(found.badRows)} cannot be stored.`;
  return `${rows(found.ready)} can be imported.${bad}${left}`;
}

/** What became of the rows of an import, in a sentence. */
export function countsText({ counts }: Pick<ImportRecord, 'counts'>): string {
  const parts = [
    `${number(counts.new)} new`,
    `${number(counts.there)} on record already`,
    ...(counts.differs === 0 ? [] : [`${number(counts.differs)} on record with something else, left as it is`]),
    `${number(counts.leftOut)} left out`,
  ];
  return parts.join(' · ');
}

/** How many rows are done with. */
export function rowsDone({ counts }: Pick<ImportRecord, 'counts'>): number {
  return counts.new + counts.there + counts.differs + counts.leftOut;
}

const STATES = { uploading: 'Not imported', checked: 'Checked', importing: 'Not finished', done: 'Imported' } as const;

/** Where an import stands, in words, and how loud. */
export function stateOf({ state }: Pick<ImportRecord, 'state'>): { readonly text: string; readonly tone: string } {
  const tone = state === 'done' ? 'good' : state === 'importing' ? 'warn' : '';
  return { text: STATES[state], tone };
}

/** A count of rows in words. */
export function rows(count: number): string {
  return `${number(count)} ${count === 1 ? 'row' : 'rows'}`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
