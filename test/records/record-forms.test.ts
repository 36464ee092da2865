import { describe, expect, test } from 'vitest';
import { formFor, formKinds } from '../../shared/forms/form-catalog.ts';
import type { FormField } from '../../shared/records/form.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import { RECORD_KINDS } from '../../shared/records/registry.ts';

const field = (kind: string, name: string): FormField | undefined =>
  formFor(kind)?.fields.find((one) => one.name === name);

describe('the forms of records', () => {
  test('there is one for every register, every kind of money, customers, people and charters', () => {
    const kinds = formKinds().map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining([...RECORD_KINDS, ...Object.keys(MONEY), 'customer', 'person', 'charter']),
    );
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(formFor('unheard-of')).toBeUndefined();
  });

  test('no form asks for what is stamped, and none leaves a field without words', () => {
    for (const { kind } of formKinds()) {
      const fields = formFor(kind)?.fields ?? [];
      expect(fields.length, kind).toBeGreaterThan(0);
      expect(fields.filter(({ name }) => /^(createdAt|version|source|schemaVersion|writtenIn)$/.test(name))).toEqual(
        [],
      );
      expect(
        fields.filter(({ label }) => label === '' || /Cents|Bps/.test(label)),
        kind,
      ).toEqual([]);
    }
  });

  test('fields are asked as their type says, in the words of the trade', () => {
    expect(field('expense', 'cents')).toMatchObject({ type: 'money', label: 'Amount', required: true });
    expect(field('expense', 'memo')).toMatchObject({ type: 'note', required: false });
    expect(field('vessel', 'maxPax')).toMatchObject({ type: 'count', label: 'Passengers at most' });
    expect(field('entity', 'currency')).toMatchObject({ type: 'fixed', value: 'USD' });
    expect(field('entity', 'id')).toMatchObject({ type: 'slug' });
    expect(field('channel', 'commissionBps')).toMatchObject({ type: 'share', label: 'Commission' });
    expect(field('person', 'roles')).toMatchObject({ type: 'ticks' });
    expect(field('person', 'entityIds')).toMatchObject({ type: 'references', to: 'entity' });
    expect(field('vessel', 'documents')).toMatchObject({
      type: 'rows',
      fields: [{ name: 'type' }, { name: 'expiresOn', type: 'day' }],
    });
  });

  test('accounts are chosen by name: costs for an expense, the money accounts for where it was paid from', () => {
    const codes = (name: string) => {
      const found = field('expense', name);
      return found?.type === 'choice' ? found.choices.map(([code]) => code) : [];
    };
    expect(codes('paidFrom')).toEqual(['1010', '1020', '1030', '2020']);
    expect(codes('account')).toContain('6110');
    expect(codes('account').filter((code) => !/^[56]/.test(code))).toEqual([]);
  });

  test('money about something begins with one kind, and what follows names it', () => {
    expect(field('loan-receipt', 'loanId')).toMatchObject({ type: 'new-id', prefix: 'loan' });
    expect(formFor('loan-payment')?.follows).toEqual({ kind: 'loan-receipt', field: 'loanId' });
    expect(formFor('payment')?.follows).toBeUndefined(); // a gift card is one way to pay among others
    expect(field('bill-payment', 'billId')).toMatchObject({ type: 'reference', to: 'bill' });
  });

  test('a target is dollars or a number, by what it is a target of', () => {
    expect(field('target', 'value')).toMatchObject({ type: 'money', onlyIf: { field: 'metric', value: 'revenue' } });
  });
});
