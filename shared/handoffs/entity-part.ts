import { isLocalDate, isZone } from '../kernel/calendar.ts';
import { isSlug } from '../kernel/ids.ts';
import type { Entity } from '../records/entity.ts';
import type { CellReader } from './cell-text.ts';
import { dayText, oneWordOf, wholeNumber, words, yesOrNo } from './cell-text.ts';
import type { FrontMatter } from './front-matter.ts';
import type { HandoffProblem } from './handoff-problem.ts';
import { quoted } from './handoff-problem.ts';

/** What a document says of its entity: all that makes one, or nothing but its id. */
export interface EntityPart {
  readonly id: string;
  readonly line: number;
  readonly body?: EntityBody;
}
export type EntityBody = Pick<
  Entity,
  'name' | 'kind' | 'zone' | 'currency' | 'fiscalYearStartMonth' | 'taxForm' | 'active' | 'createdOn'
>;

const KINDS: readonly Entity['kind'][] = ['charter', 'subscription', 'agency', 'rental', 'delivery', 'holding'];
const TAX_FORMS: readonly Entity['taxForm'][] = ['sched_c', '1120s', 'sched_e'];

interface Key {
  readonly key: string;
  readonly field: keyof EntityBody;
  readonly read: CellReader;
  readonly otherwise?: EntityBody[keyof EntityBody];
}

const zoneName: CellReader = (written) =>
  isZone(written) ? { value: written } : { expected: 'expected an IANA time zone, such as America/Los_Angeles' };
const monthNumber: CellReader = (written) => {
  const read = wholeNumber(written);
  const fits = 'value' in read && Number(read.value) >= 1 && Number(read.value) <= 12;
  return fits ? read : { expected: 'expected the number of a month, from 1 to 12' };
};
const name: CellReader = (written) =>
  written.length > 0 && written.length <= 120 ? words(written) : { expected: 'expected a name of 1 to 120 characters' };

const KEYS: readonly Key[] = [
  { key: 'name', field: 'name', read: name },
  { key: 'kind', field: 'kind', read: oneWordOf(KINDS) },
  { key: 'zone', field: 'zone', read: zoneName },
  { key: 'tax-form', field: 'taxForm', read: oneWordOf(TAX_FORMS) },
  { key: 'in-business-since', field: 'createdOn', read: dayText },
  { key: 'fiscal-year-starts-in-month', field: 'fiscalYearStartMonth', read: monthNumber, otherwise: 1 },
  { key: 'in-business', field: 'active', read: yesOrNo, otherwise: true },
];

/** The entity of a document by its front matter; nothing when even its id cannot be read. */
export function entityPart({ values }: FrontMatter): {
  readonly entity?: EntityPart;
  readonly problems: readonly HandoffProblem[];
} {
  const problems: HandoffProblem[] = [];
  const expect = (line: number, message: string) => problems.push({ line, message });
  const id = values.get('entity');
  if (id === undefined) expect(1, 'expected entity: and the short name of one, such as entity: jada');
  else if (!isSlug(id.value)) expect(id.line, `entity: expected a short name in lower case, not ${quoted(id.value)}`);
  const reviewed = values.get('reviewed-on');
  if (reviewed && !isLocalDate(reviewed.value))
    expect(reviewed.line, `reviewed-on: expected a day that exists, not ${quoted(reviewed.value)}`);
  const known = ['entity', 'reviewed-on', ...KEYS.map(({ key }) => key)];
  for (const [key, { line }] of values) {
    if (!known.includes(key)) expect(line, `expected one of ${known.join(', ')}, not ${quoted(key)}`);
  }
  const body = bodyOf(values, id?.line ?? 1, problems);
  if (id === undefined || !isSlug(id.value)) return { problems };
  return { entity: { id: id.value, line: id.line, ...body }, problems };
}

/** What a key that is not there would have to say. */
function suchAs(read: CellReader): string {
  const nothing = read('');
  return 'expected' in nothing ? nothing.expected.replace(/^expected/, ':') : '';
}

/** Nothing is said of the entity but its id, or everything it needs. */
function bodyOf(values: FrontMatter['values'], line: number, problems: HandoffProblem[]): { body?: EntityBody } {
  const said = KEYS.filter(({ key }) => values.has(key));
  if (said.length === 0) return {};
  const before = problems.length;
  const body: Record<string, unknown> = { currency: 'USD' };
  for (const { key, field, read, otherwise } of KEYS) {
    const written = values.get(key);
    const result = written === undefined ? { value: otherwise } : read(written.value);
    if ('expected' in result)
      problems.push({
        line: written?.line ?? line,
        message: `${key}: ${result.expected}, not ${quoted(written?.value ?? '')}`,
      });
    else if (result.value === undefined)
      problems.push({ line, message: `expected ${key}: too, to describe the entity${suchAs(read)}` });
    else body[field] = result.value;
  }
  return problems.length > before ? {} : { body: body as unknown as EntityBody }; // every field was read by its own reader
}
