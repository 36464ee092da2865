import * as z from 'zod/mini';
import type { Instant, LocalDate, Month } from '../../kernel/calendar.ts';
import { isInstant, isLocalDate, isMonth, isZone } from '../../kernel/calendar.ts';
import type { Problem, Result } from '../../kernel/fault.ts';
import { ok, refused } from '../../kernel/fault.ts';
import type { ReportDocument } from './report-document.ts';
import { CHARTS } from './report-document.ts';

const text = z.string('expected text');
const whole = z.custom<number>((v) => Number.isSafeInteger(v) && !Object.is(v, -0), 'expected a whole number');
const day = z.custom<LocalDate>((v) => typeof v === 'string' && isLocalDate(v), 'expected a day, such as 2026-11-21');
const month = z.custom<Month>((v) => typeof v === 'string' && isMonth(v), 'expected a month, such as 2026-11');
const instant = z.custom<Instant>(
  (v) => typeof v === 'string' && v.endsWith('Z') && isInstant(v),
  'expected a point in time in UTC, such as 2026-11-21T20:00:00.000Z',
);
const zone = z.custom<string>((v) => typeof v === 'string' && isZone(v), 'expected an IANA time zone');
const certainty = z.enum(['measured', 'entered', 'estimated', 'target'], 'expected how the figure is known');
const severity = z.enum(['critical', 'high', 'medium', 'low'], 'expected a severity');

const cell = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cents'), value: whole }),
  z.strictObject({ kind: z.literal('count'), value: whole }),
  z.strictObject({ kind: z.literal('share'), value: whole }),
  z.strictObject({ kind: z.literal('months'), value: whole }),
  z.strictObject({ kind: z.literal('days'), value: whole }),
  z.strictObject({ kind: z.literal('minutes'), value: whole }),
  z.strictObject({ kind: z.literal('rating'), value: whole }),
  z.strictObject({ kind: z.literal('day'), value: day }),
  z.strictObject({ kind: z.literal('month'), value: month }),
  z.strictObject({ kind: z.literal('instant'), value: instant, zone, timeOnly: z.exactOptional(z.literal(true)) }),
  z.strictObject({ kind: z.literal('text'), value: text }),
  z.strictObject({ kind: z.literal('unknown'), missing: z.array(text) }),
]);

const figure = z.strictObject({ cell, fact: z.exactOptional(text), certainty: z.exactOptional(certainty) });
const spans = z.array(z.union([text, figure]));

const keyFigure = z.strictObject({
  label: text,
  figure,
  against: z.exactOptional(z.strictObject({ label: text, figure })),
  trend: z.exactOptional(
    z.strictObject({ direction: z.enum(['up', 'down', 'level', 'open'], 'expected which way the figure goes'), spans }),
  ),
  state: z.enum(['good', 'bad', 'neutral', 'unknown'], 'expected the state of a key figure'),
});

const finding = z.strictObject({
  id: text,
  severity,
  title: text,
  category: text,
  gap: spans,
  impact: spans,
  fix: text,
  owner: text,
});

const action = z.strictObject({
  rank: whole,
  title: text,
  owner: text,
  dueOn: day,
  effort: z.enum(['S', 'M', 'L'], 'expected an effort'),
  severity,
  because: text,
});

const receipt = z.strictObject({
  fact: text,
  group: text,
  names: z.array(text),
  entityIds: z.array(text),
  from: z.exactOptional(month),
  through: month,
  count: whole,
  digest: text,
});

const definition = z.strictObject({
  fact: text,
  family: z.exactOptional(z.strictObject({ title: text, definition: text })),
  title: text,
  definition: text,
  formula: text,
  source: text,
  basis: text,
  receipts: z.exactOptional(z.array(receipt)),
});

const column = z.strictObject({ heading: text, align: z.enum(['left', 'right']) });

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), spans }),
  z.strictObject({ kind: z.literal('key-figures'), figures: z.array(keyFigure) }),
  z.strictObject({
    kind: z.literal('table'),
    caption: text,
    columns: z.array(column),
    rows: z.array(z.array(figure)),
    totals: z.exactOptional(z.array(figure)),
  }),
  z.strictObject({
    kind: z.literal('chart'),
    chart: z.enum(CHARTS, 'expected a drawing we know'),
    title: text,
    summary: spans,
    axis: text,
    series: z.array(text),
    points: z.array(z.strictObject({ label: figure, values: z.array(figure) })),
  }),
  z.strictObject({ kind: z.literal('findings'), findings: z.array(finding) }),
  z.strictObject({ kind: z.literal('actions'), actions: z.array(action) }),
  z.strictObject({ kind: z.literal('list'), items: z.array(spans) }),
  z.strictObject({ kind: z.literal('definitions'), definitions: z.array(definition) }),
]);

const reportDocument = z.strictObject({
  schema: z.literal(1, 'expected schema version 1'),
  report: text,
  slug: text,
  title: text,
  scope: z.strictObject({
    name: text,
    title: text,
    entityIds: z.array(text),
    names: z.exactOptional(z.record(text, text)),
  }),
  period: z
    .strictObject({ from: day, until: day })
    .check(z.refine((of) => of.from < of.until, 'expected a period that is not empty')),
  asOf: instant,
  zone,
  headline: spans,
  sections: z.array(z.strictObject({ id: text, heading: text, count: z.exactOptional(whole), blocks: z.array(block) })),
  nextDue: z.exactOptional(text),
});

/** A stored document read back, or every place where it is not one. Fields nobody knows are refused. */
export function decodedDocument(value: unknown): Result<ReportDocument> {
  const read = reportDocument.safeParse(value);
  if (read.success) return ok(read.data);
  return refused('invalid', 'This is not a report document.', read.error.issues.map(problemOf));
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const field = issue.path.map((part, at) =>
    typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`,
  );
  return { field: field.join('') || '(all)', message: issue.message };
}
