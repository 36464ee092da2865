import { expect, test } from 'vitest';
import { questionsOf } from '../../shared/ledger/expense-questions.ts';
import { parsed } from '../../shared/records/fields.ts';
import { REGISTER } from '../../shared/records/registry.ts';
import { anOverhead } from './a-record.ts';

const asked = (over: object) => questionsOf(anOverhead(over as never)).map(({ question }) => question);

test.each([
  [{ receiptOnFile: true, account: '6110', cents: 900_000 }, []],
  [{ receiptOnFile: false, account: '6110', cents: 100 }, ['receipt']],
  [{ receiptOnFile: true, account: '6030', cents: 249_999 }, []],
  [{ receiptOnFile: true, account: '6030', cents: 250_000 }, ['repair-or-improvement']],
  [{ receiptOnFile: false, account: '6350', cents: 300_000 }, ['receipt', 'repair-or-improvement']],
])('an expense like %j is asked %j', (over, questions) => {
  expect(asked(over)).toEqual(questions);
});

test('a question is a record of its own that names the expense', () => {
  const expense = anOverhead({ receiptOnFile: false });
  const [question] = questionsOf(expense);
  expect(question).toMatchObject({ expenseId: expense.id, cents: expense.cents, vendor: expense.vendor });
  expect(parsed(REGISTER['expense-question'].schema, question, 'the question').ok).toBe(true);
});
