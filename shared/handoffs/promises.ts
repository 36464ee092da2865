import type { List, ListItem } from 'mdast';
import { isLocalDate } from '../kernel/calendar.ts';
import { quoted } from './handoff-problem.ts';
import type { HandoffRow } from './handoff-row.ts';
import { idOf, keyOf, misfits } from './handoff-row.ts';
import { lineOf, plainText } from './outline.ts';
import { PROMISE_SEVERITIES } from './section-kinds.ts';
import type { RowsRead } from './table-rows.ts';

const SHAPE = /^(?<title>.+?)\s+@(?<owner>[^@]+?)\s+due\s+(?<due>\S+?)(?:\s+!(?<severity>\S+))?$/s;
const EXPECTED =
  'expected a promise such as - [ ] Renew the slip lease @CEO due 2026-12-01, and !high behind it if it is';
/** Somebody who says nothing of how bad it would be to miss it means neither the worst nor the least. */
const UNLESS_SAID = 'medium';
const MOST = 200;

/** The promises of a task list: what, whose, by when. A box with a cross is done. */
export function promisesIn(list: List, entityId: string, unsafe: ReadonlySet<number>): RowsRead {
  const items = list.children.slice(0, MOST).filter((item) => !unsafe.has(lineOf(item)));
  const read = items.map((item) => promiseOf(item, entityId));
  const first = list.children[MOST];
  const cut =
    first === undefined ? [] : [{ line: lineOf(first), message: `expected at most ${MOST} promises in a list` }];
  return { rows: read.flatMap(({ rows }) => rows), problems: [...read.flatMap(({ problems }) => problems), ...cut] };
}

function promiseOf(item: ListItem, entityId: string): RowsRead {
  const line = lineOf(item);
  const refusal = (message: string): RowsRead => ({ rows: [], problems: [{ line, message }] });
  const [paragraph, ...more] = item.children;
  const written = paragraph === undefined ? '' : plainText(paragraph);
  const parts = SHAPE.exec(written)?.groups;
  if (typeof item.checked !== 'boolean') return refusal(`${EXPECTED}; no box stands before ${quoted(written)}`);
  if (parts === undefined || more.length > 0) return refusal(`${EXPECTED}, not ${quoted(plainText(item))}`);
  const { title = '', owner: ownerRole = '', due: dueOn = '', severity = UNLESS_SAID } = parts;
  if (!isLocalDate(dueOn)) return refusal(`due: expected a day that exists, such as 2026-12-01, not ${quoted(dueOn)}`);
  if (!PROMISE_SEVERITIES.includes(severity)) {
    return refusal(`expected one of !${PROMISE_SEVERITIES.join(', !')}, not ${quoted(`!${severity}`)}`);
  }
  const key = keyOf(title);
  const body = { title, ownerRole, severity, dueOn, status: item.checked ? 'done' : 'open' };
  const row: HandoffRow = { kind: 'action', id: idOf('act', entityId, key), key, name: title, line, body };
  const problems = misfits(row, entityId).map(({ field, message }) => ({ line, message: `${field}: ${message}` }));
  return problems.length > 0 ? { rows: [], problems } : { rows: [row], problems };
}
