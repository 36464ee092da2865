import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handbookLists, handbookWith } from '../../scripts/handbook.ts';
import { ROOT } from './imports.ts';

const HANDBOOK = readFileSync(join(ROOT, 'shipcaptaincrew.md'), 'utf8');

describe('the handbook', () => {
  it.each(Object.keys(handbookLists()))('lists %s as the code has them (npm run handbook renews the lists)', (name) => {
    const body = handbookLists()[name] ?? '';
    expect(HANDBOOK).toContain(`<!-- list: ${name} -->\n${body}\n<!-- end: ${name} -->`);
  });

  it('names every script a person can run', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(
      Object.keys(scripts).filter(
        (name) => !HANDBOOK.includes(name === 'test' || name === 'start' ? `npm ${name}` : `npm run ${name}`),
      ),
    ).toEqual([]);
  });

  it('would notice a list that is not true', () => {
    expect(handbookWith(HANDBOOK, { ...handbookLists(), variables: 'nothing' })).not.toBe(HANDBOOK);
  });
});
