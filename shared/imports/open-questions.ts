import type { DateOrder, DecimalMark } from './cell-reading.ts';
import type { Example, StyleDecision } from './date-style.ts';
import type { SheetSurvey } from './sheet-survey.ts';

/** What the person has said about how a file is written. It holds against what the cells seem to say. */
export interface Answers {
  /** For every column of days, or for one field. */
  readonly dateOrder?: DateOrder;
  readonly dateOrders?: Readonly<Record<string, DateOrder>>;
  readonly decimalMark?: DecimalMark;
}

/** Something the file does not say and nobody has said yet. Nothing is imported before it is answered. */
export interface OpenQuestion {
  readonly about: 'date-order' | 'decimal-mark';
  /** The column of days; absent where the question is about all numbers. */
  readonly field?: string;
  readonly header?: string;
  /** Whether the cells fit both ways, or some fit one way and some the other. */
  readonly because: 'either' | 'both';
  readonly examples: readonly Example[];
  readonly question: string;
}

/** What must be asked before the rows can be read. */
export function openQuestions({ dateOrders, decimalMark, mapping }: SheetSurvey, answers: Answers): OpenQuestion[] {
  const questions: OpenQuestion[] = [];
  for (const [field, decision] of Object.entries(dateOrders)) {
    if (decision.state !== 'ask' || dateOrderOf(field, dateOrders, answers) !== undefined) continue;
    const header = mapping.columns.find((column) => column.field === field)?.header ?? field;
    questions.push({
      about: 'date-order',
      field,
      header,
      because: decision.because,
      examples: decision.examples,
      question: `In the column ${header}, does the month or the day come first?`,
    });
  }
  if (decimalMark.state === 'ask' && answers.decimalMark === undefined) {
    const question = 'Does the point or the comma stand before the cents?';
    questions.push({ about: 'decimal-mark', because: decimalMark.because, examples: decimalMark.examples, question });
  }
  return questions;
}

/** Which comes first in a column of days: what the person said, else what the cells say together. */
export function dateOrderOf(
  field: string,
  dateOrders: SheetSurvey['dateOrders'],
  answers: Answers,
): DateOrder | undefined {
  return answers.dateOrders?.[field] ?? answers.dateOrder ?? decided(dateOrders[field]);
}

/** What stands before the decimals: what the person said, else what the numbers say together. */
export function decimalMarkOf({ decimalMark }: SheetSurvey, answers: Answers): DecimalMark | undefined {
  return answers.decimalMark ?? decided(decimalMark);
}

function decided<Style>(decision: StyleDecision<Style> | undefined): Style | undefined {
  return decision?.state === 'decided' ? decision.style : undefined;
}
