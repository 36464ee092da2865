import { expect, it } from 'vitest';
import { sinkOf } from '../../lambda/imports/sinks.ts';
import { IMPORT_KINDS } from '../../shared/imports/kinds/catalog.ts';

it('rows of every kind that can be imported have a place to go', () => {
  expect(IMPORT_KINDS).toHaveLength(12);
  for (const kind of IMPORT_KINDS) expect(sinkOf(kind)).toMatchObject({ desk: expect.any(Function) });
});
