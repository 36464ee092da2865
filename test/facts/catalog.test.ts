import { expect, test } from 'vitest';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import { FACT_CATALOG, SUBJECT_CATALOG } from '../../shared/reports/facts/catalog.ts';
import { aSheet } from './a-snapshot.ts';

const ALL = aSheet().definitions;

test('the registry knows at least thirty-five figures about businesses', () => {
  expect(FACT_CATALOG.length).toBeGreaterThanOrEqual(35);
});

test('every figure has a name of its own, in kebab case', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  for (const { id } of ALL) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});

test.each(ALL.map((meaning) => [meaning.id, meaning] as const))(
  '%s says what it is in one sentence, by what rule and on whose word',
  (_, meaning) => {
    expect(meaning.title).toMatch(/^[A-Z]/);
    expect(meaning.definition).toMatch(/^[A-Z][^\n]*\.$/);
    expect(meaning.formula).not.toBe('');
    expect(meaning.source).not.toBe('');
    const sources = [...RECORD_KINDS, 'balances', 'upcoming', 'open-charters', 'completed', 'facts'];
    expect(meaning.needs.length).toBeGreaterThan(0);
    for (const need of meaning.needs) expect(sources).toContain(need);
  },
);

test('subjects are listed under one kind each', () => {
  expect(new Set(SUBJECT_CATALOG.map(({ kind }) => kind)).size).toBe(SUBJECT_CATALOG.length);
});
