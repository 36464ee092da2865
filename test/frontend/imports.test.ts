import { describe, expect, it } from 'vitest';
import {
  countsText,
  entitiesFor,
  foundText,
  nothingSaid,
  withColumn,
  withValue,
} from '../../frontend/panels/imports/import-model.ts';
import { placeOf } from '../../frontend/router-model.ts';
import type { CheckImportResponse } from '../../shared/wire/imports.ts';

const said = nothingSaid('expenses', 'jada');
const found: CheckImportResponse = {
  about: 'text in UTF-8',
  columns: [],
  questions: [],
  isRead: true,
  ready: 1_200,
  badRows: 1,
  leftOut: 0,
  problemCount: 1,
  problems: [],
  isClean: false,
};

describe('what a person says about a file', () => {
  it('gives a field one column, and a column one field', () => {
    const once = withColumn(said, 'B', 'cents');
    expect(withColumn(once, 'C', 'cents').columns).toEqual({ cents: 'C' });
    expect(withColumn(once, 'B', 'vendor').columns).toEqual({ vendor: 'B' });
    expect(withColumn(once, 'B', '').columns).toEqual({});
  });

  it('is one value for every row or a column, not both', () => {
    const constant = withValue(withColumn(said, 'B', 'paidFrom'), 'paidFrom', ' cash ');
    expect([constant.columns, constant.values]).toEqual([{}, { paidFrom: 'cash' }]);
    expect(withColumn(constant, 'D', 'paidFrom').values).toEqual({});
    expect(withValue(constant, 'paidFrom', ' ').values).toEqual({});
  });
});

describe('whose books take a file', () => {
  const entities = [
    { id: 'jada', name: 'JADA', kind: 'charter' },
    { id: 'rental', name: 'Rental', kind: 'rental' },
  ] as const;

  it('are those of businesses that keep such things', () => {
    expect(entitiesFor({ business: 'rental' }, entities).map(({ id }) => id)).toEqual(['rental']);
    expect(entitiesFor({ business: 'agency' }, entities)).toEqual([]);
    expect(entitiesFor({}, entities).map(({ id }) => id)).toEqual(['jada', 'rental']);
  });
});

describe('what an import came to, in words', () => {
  it('counts what can be imported, what cannot, and says when no row was read', () => {
    expect(foundText(found)).toBe('1,200 rows can be imported. 1 row cannot be stored.');
    expect(foundText({ ...found, isRead: false })).toContain('No row was read yet.');
  });

  it('names what differs only where something does', () => {
    expect(countsText({ counts: { new: 3, there: 2, differs: 0, leftOut: 1 } })).toBe(
      '3 new · 2 on record already · 1 left out',
    );
    expect(countsText({ counts: { new: 0, there: 0, differs: 2, leftOut: 0 } })).toContain(
      '2 on record with something else, left as it is',
    );
  });

  it('has an address of its own', () => {
    expect(placeOf('#/imports')).toEqual({ at: 'imports' });
    expect(placeOf('#/imports/more')).toEqual({ at: 'nowhere', hash: '#/imports/more' });
    expect(placeOf('#/bank')).toEqual({ at: 'bank' });
  });
});
