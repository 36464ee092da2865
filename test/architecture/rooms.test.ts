import { describe, expect, it } from 'vitest';
import type { Import } from './imports.ts';
import { codeOf, importsOf, sourceFiles } from './imports.ts';
import type { Room } from './rooms.ts';
import { DOORS, ROOMS } from './rooms.ts';

const FILES = sourceFiles('shared', 'lambda', 'frontend');
const IMPORTS = FILES.flatMap((file) => importsOf(file));

describe('the house', () => {
  it('has every source file in a room', () => {
    expect(FILES.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(FILES.length).toBeGreaterThan(150);
  });

  it('lets no room import one it may not know', () => {
    expect(IMPORTS.filter((one) => one.isOurs && !mayImport(one)).map(arrow)).toEqual([]);
  });

  it('lets no room use a package it has no business with', () => {
    expect(IMPORTS.filter((one) => !one.isOurs && !mayUse(one)).map(arrow)).toEqual([]);
  });

  it('notices an import that breaks the table', () => {
    const broken: Import = { from: 'shared/kernel/money.ts', to: 'shared/ledger/posting.ts', isOurs: true };
    const foreign: Import = { from: 'shared/ledger/posting.ts', to: 'zod/mini', isOurs: false };
    expect([mayImport(broken), mayUse(foreign)]).toEqual([false, false]);
  });

  it('knows the reporting module by its doors alone', () => {
    const inside = (path: string) => /^(lambda|frontend|shared)\/reports\//.test(path);
    const wiring = ['lambda/runtime.ts'];
    const behind = IMPORTS.filter(
      (one) =>
        one.isOurs && /^(lambda|frontend)\/reports\//.test(one.to) && !inside(one.from) && !DOORS.includes(one.to),
    );
    expect(behind.filter((one) => !wiring.includes(one.from) && !DOORS.includes(one.from)).map(arrow)).toEqual([]);
  });

  it('never imports in a circle', () => {
    expect(circles()).toEqual([]);
  });
});

describe('the pure half', () => {
  const forbidden = [
    /\bDate\.now\(/,
    /\bnew Date\(\)/,
    /\bMath\.random\(/,
    /\bprocess\./,
    /\.toLocale\w*String\(/,
    /\bfetch\(/,
  ];

  it('asks neither clock, chance, environment nor locale', () => {
    const found = sourceFiles('shared').filter((file) => forbidden.some((pattern) => pattern.test(codeOf(file))));
    expect(found).toEqual([]);
  });

  it('turns figures into text in one place', () => {
    const found = sourceFiles('shared/reports/facts', 'shared/reports/findings', 'shared/reports/document').filter(
      (file) => /\.toFixed\(|Intl\.NumberFormat/.test(codeOf(file)),
    );
    expect(found).toEqual([]);
  });
});

describe('every source file', () => {
  it('is small enough to read', () => {
    const long = sourceFiles('shared', 'lambda', 'frontend', 'scripts').filter(
      (file) => codeOf(file).split('\n').length > 280,
    );
    expect(long).toEqual([]);
  });

  it('has no default export but for configuration', () => {
    expect(FILES.filter((file) => /^export default/m.test(codeOf(file)))).toEqual([]);
  });
});

function roomOf(path: string): Room | undefined {
  return [...ROOMS].sort((a, b) => b.path.length - a.path.length).find((room) => path.startsWith(`${room.path}/`));
}

function mayImport({ from, to }: Import): boolean {
  const room = roomOf(from);
  const target = roomOf(to)?.path;
  if (!room || target === undefined) return false;
  return target === room.path || room.rooms.some((known) => [target, to, `${to.split('/')[0]}/*`].includes(known));
}

function mayUse({ from, to }: Import): boolean {
  const room = roomOf(from);
  if (!room) return false;
  if (to.startsWith('node:')) return from.startsWith('lambda/');
  return room.packages.some((name) => to === name || to.startsWith(`${name}/`));
}

function arrow({ from, to }: Import): string {
  return `${from} → ${to}`;
}

/** Circles of value imports: type imports vanish when the code runs. */
function circles(): string[] {
  const graph = new Map(
    FILES.map((file) => [
      file,
      importsOf(file)
        .filter((one) => one.isOurs && !isTypeOnly(one))
        .map((one) => one.to),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of FILES) visit(file, []);
  return found;
}

const VALUE_IMPORTS = new Map<string, Set<string>>();

function isTypeOnly(one: Import): boolean {
  const known = VALUE_IMPORTS.get(one.from) ?? valueImportsOf(one.from);
  VALUE_IMPORTS.set(one.from, known);
  return !known.has(one.to);
}

function valueImportsOf(file: string): Set<string> {
  return new Set(importsOf(file, true).map((one) => one.to));
}
