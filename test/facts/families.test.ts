import { expect, test } from 'vitest';
import { FACT_CATALOG, SUBJECT_CATALOG } from '../../shared/reports/facts/catalog.ts';
import type { FactMeaning } from '../../shared/reports/facts/fact.ts';

const MEANINGS: readonly FactMeaning[] = [...FACT_CATALOG, ...SUBJECT_CATALOG.flatMap(({ meanings }) => meanings)];

test('figures told as one family are computed the same way, on the same authority, and mean the same by its title', () => {
  const families = new Map<string, Set<string>>();
  for (const { family, formula, source } of MEANINGS) {
    if (family === undefined) continue;
    const told = JSON.stringify([family.definition, formula, source.replace(/^policy default$/, '')]);
    families.set(family.title, (families.get(family.title) ?? new Set()).add(told));
  }
  expect(families.size).toBeGreaterThan(8);
  expect([...families].filter(([, ways]) => ways.size > 1)).toEqual([]);
});
