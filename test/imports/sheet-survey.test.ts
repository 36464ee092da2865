import { describe, expect, it, test } from 'vitest';
import type { ImportKind } from '../../shared/imports/import-kind.ts';
import { bankLines } from '../../shared/imports/kinds/bank-lines.ts';
import { expenses } from '../../shared/imports/kinds/expenses.ts';
import { stays } from '../../shared/imports/kinds/stays.ts';
import { openQuestions } from '../../shared/imports/open-questions.ts';
import { surveyOf } from './a-sheet.ts';

const HEAD = ['Date', 'Vendor', 'Amount', 'Account', 'Paid from'];
const dates = (...days: string[]) =>
  surveyOf(expenses, [HEAD, ...days.map((day) => [day, 'Dock', '1.00', '5050', 'cash'])]);
const amounts = (...written: string[]) =>
  surveyOf(expenses, [HEAD, ...written.map((amount) => ['2026-11-12', 'Dock', amount, '5050', 'cash'])]);
const fieldsOf = (kind: ImportKind, header: readonly string[]) =>
  surveyOf(kind, [header]).mapping.columns.map(({ field }) => field);

describe('the header', () => {
  it('is found below titles and blank rows', () => {
    const survey = surveyOf(expenses, [['JADA expenses'], [''], ['Printed', 'Date 2026-11-12'], HEAD, ['2026-11-12']]);
    expect([survey.mapping.headerRow, survey.rowsBelow, survey.mapping.problems]).toEqual([4, 1, []]);
  });

  it('is known by the names people use, whatever their case and signs', () => {
    expect(
      fieldsOf(expenses, ['TRANSACTION_DATE', ' payee ', 'Amount (USD)', 'GL-Account', 'Payment method', 'Colour']),
    ).toEqual(['on', 'vendor', 'cents', 'account', 'paidFrom', undefined]);
  });

  it('of two rows, merged across and down, is read together', () => {
    const survey = surveyOf(stays, [
      ['Property', 'Stay', '', 'Guest', 'Platform', 'Money', ''],
      ['', 'Check-in', 'Check-out', '', '', 'Total', 'Platform fee'],
      ['cottage', '2026-10-03', '2026-10-07', 'Sample guest', 'Airbnb', '100.00', '3.00'],
    ]);
    expect([survey.mapping.headerRow, survey.rowsBelow, survey.mapping.problems]).toEqual([2, 1, []]);
  });

  it('that says a name twice is asked about, not chosen from', () => {
    const { problems } = surveyOf(expenses, [[...HEAD, 'Amount']]).mapping;
    expect(problems.map(({ code, letters }) => [code, letters])).toContainEqual(['double-column', 'C and F']);
  });

  it('takes the better of two names for one thing and ignores the other', () => {
    expect(fieldsOf(bankLines, ['Account', 'Posting Date', 'Transaction Date', 'Description', 'Amount'])).toEqual([
      'account',
      undefined,
      'on',
      'memo',
      'cents',
    ]);
  });

  it('that lacks a column says which, by its usual name', () => {
    const { problems } = surveyOf(expenses, [['Date', 'Vendor', 'Account']]).mapping;
    expect(problems.map(({ code, header }) => [code, header])).toEqual([
      ['missing-column', 'Amount'],
      ['missing-column', 'Paid from'],
    ]);
  });

  it('may say an amount in one column or in two', () => {
    const missing = (...header: string[]) =>
      surveyOf(bankLines, [['Account', 'Date', 'Description', ...header]]).mapping.problems.map(({ header }) => header);
    expect([missing('Amount'), missing('Debit', 'Credit'), missing('Debit')]).toEqual([
      [],
      [],
      ['Amount, or Credit and Debit'],
    ]);
  });

  it('that is not there is said so', () => {
    const survey = surveyOf(expenses, [
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(survey.mapping.problems.map(({ code }) => code)).toEqual(['no-header']);
  });

  it('in words of one’s own is shown all the same, so that a person can say what each column holds', () => {
    const survey = surveyOf(bankLines, [
      ['Konto', '4711'],
      ['Buchungstag', 'Text', 'Betrag', 'Saldo'],
      ['02.11.2026', 'Hafen', '-640,00', '5.360,00'],
    ]);
    expect(survey.mapping.headerRow).toBe(2);
    expect(survey.mapping.columns.map(({ header }) => header)).toEqual(['Buchungstag', 'Text', 'Betrag', 'Saldo']);
    expect(survey.mapping.problems.map(({ header }) => header)).toEqual([
      'Account',
      'Date',
      'Description',
      'Amount, or Credit and Debit',
    ]);
  });

  it('is not the line of the total below it, and a sign of the currency does not hide a name', () => {
    const survey = surveyOf(expenses, [
      ['When', 'Who we paid', 'Cost ($)', 'What for', 'Settled by'],
      ['2026-11-02', 'Harbor', '640.00', 'Slip rent', 'bank'],
      ['', 'Total', '640.00'],
    ]);
    expect([survey.mapping.headerRow, survey.rowsBelow]).toEqual([1, 2]);
    expect(survey.mapping.columns.map(({ field }) => field)).toEqual([
      undefined,
      undefined,
      'cents',
      undefined,
      undefined,
    ]);
  });

  it('can be overruled by the person, by name, by letters, or by one value for every row', () => {
    const header = ['Who', 'When', 'Amount', 'Amount'];
    const wishes = { columns: { vendor: 'who', on: 'B', cents: 'D' }, values: { account: '5050', paidFrom: 'cash' } };
    const { mapping } = surveyOf(expenses, [header], wishes);
    expect(mapping.problems).toEqual([]);
    expect(mapping.columns.map(({ field, by }) => [field, by])).toEqual([
      ['vendor', 'person'],
      ['on', 'person'],
      [undefined, undefined],
      ['cents', 'person'],
    ]);
  });

  it('answers a wish for a column or field that is not there', () => {
    const { problems } = surveyOf(expenses, [HEAD], { columns: { vendor: 'Nobody', colour: 'Date' } }).mapping;
    expect(problems.map(({ code, header }) => [code, header])).toContainEqual(['missing-column', 'Nobody']);
    expect(problems.map(({ code, header }) => [code, header])).toContainEqual(['not-understood', 'colour']);
  });
});

describe('a column of days', () => {
  test.each([
    [['11/12/2026', '11/13/2026'], 'month-first'],
    [['11/12/2026', '13/11/2026'], 'day-first'],
    [['13.11.2026'], 'day-first'],
    [['11/25/26'], 'month-first'],
  ])('%j is decided by all its cells together: %s', (days, order) => {
    expect(dates(...days).dateOrders['on']).toMatchObject({ state: 'decided', style: order });
  });

  test.each([[['2026-11-12', '12 Nov 2026']], [['11/11/2026']], [['']], [['nonsense']]])(
    '%j reads one way only',
    (days) => {
      expect(dates(...days).dateOrders['on']).toEqual({ state: 'silent' });
    },
  );

  test.each([
    [['11/12/2026', '1/2/2026'], 'either'],
    [['11/25/2026', '25/11/2026'], 'both'],
    [['26-11-12'], 'either'],
    [['25/11/26'], 'either'],
  ])('%j is asked about', (days, because) => {
    const survey = dates(...days);
    expect(openQuestions(survey, {})).toMatchObject([{ about: 'date-order', field: 'on', header: 'Date', because }]);
    expect(openQuestions(survey, { dateOrder: 'day-first' })).toEqual([]);
    expect(openQuestions(survey, { dateOrders: { on: 'month-first' } })).toEqual([]);
  });

  it('is asked about with the rows that leave it open, three at most', () => {
    const [question] = openQuestions(dates('1/2/2026', '1/3/2026', '1/4/2026', '1/5/2026'), {});
    expect(question?.examples).toEqual([
      { row: 2, value: '1/2/2026' },
      { row: 3, value: '1/3/2026' },
      { row: 4, value: '1/4/2026' },
    ]);
  });

  it('is decided for itself: another column does not answer for it', () => {
    const rows = [
      ['Property', 'Check-in', 'Check-out', 'Guest', 'Platform', 'Total', 'Platform fee'],
      ['cottage', '01/02/2026', '13/02/2026', 'Sample guest', 'Airbnb', '1.00', '0.10'],
    ];
    const survey = surveyOf(stays, rows);
    expect(openQuestions(survey, {}).map(({ field }) => field)).toEqual(['checkIn']);
  });
});

describe('the numbers of a file', () => {
  test.each([
    [['1,234', '5.00'], 'decided', 'point'],
    [['1.234', '5,00'], 'decided', 'comma'],
    [['1,234,567'], 'decided', 'point'],
    [['1234.567'], 'decided', 'point'],
    [['0,125'], 'decided', 'comma'],
  ])('%j: %s %s', (written, state, style) => {
    expect(amounts(...written).decimalMark).toMatchObject({ state, style });
  });

  test.each([
    [['1,234'], 'either'],
    [['1.234', '1,5', '2.50'], 'both'],
  ])('%j are asked about', (written, because) => {
    expect(openQuestions(amounts(...written), {})).toMatchObject([{ about: 'decimal-mark', because }]);
  });

  it('in another currency say nothing: they are refused anyway', () => {
    expect(amounts('1.00', '12,00 €').decimalMark).toMatchObject({ state: 'decided', style: 'point' });
  });
});
