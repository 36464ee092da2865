import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { VARIABLES } from '../lambda/config.ts';
import { PERMISSIONS } from '../shared/access/permissions.ts';
import { ROLES } from '../shared/records/user.ts';
import { FACT_CATALOG, SUBJECT_CATALOG } from '../shared/reports/facts/catalog.ts';
import { REPORTS } from '../shared/reports/personas/catalog.ts';
import { ROUTE_WORDS } from '../shared/wire/route-words.ts';
import { ROUTES } from '../shared/wire/routes.ts';
import { ROOMS } from '../test/architecture/rooms.ts';

const HANDBOOK = join(resolve(import.meta.dirname, '..'), 'shipcaptaincrew.md');

/** The lists of the handbook that the code knows better, by the name of their marker. */
export function handbookLists(): Readonly<Record<string, string>> {
  return {
    rooms: table(
      ['Room', 'may import', 'packages'],
      ROOMS.map((room) => [code(room.path), list(room.rooms), list(room.packages)]),
    ),
    routes: table(
      ['Route', 'who', 'what it does'],
      Object.entries(ROUTES).map(([name, route]) => [
        code(`${route.method} ${route.path}`),
        route.gate === 'public' ? 'anyone' : code(route.gate),
        ROUTE_WORDS[name as keyof typeof ROUTES],
      ]),
    ),
    permissions: table(
      ['Action', ...ROLES],
      Object.entries(PERMISSIONS).map(([action, row]) => [
        code(action),
        ...ROLES.map((role) => (row[role] === 'none' ? '–' : row[role])),
      ]),
    ),
    reports: table(
      ['Report', 'slug', 'for', 'rules'],
      REPORTS.map((report) => [
        code(report.id),
        code(report.slug),
        report.audience,
        list(report.rules.map((rule) => rule.id)),
      ]),
    ),
    figures: table(
      ['Figure', 'unit', 'definition', 'formula'],
      [...FACT_CATALOG, ...SUBJECT_CATALOG.flatMap((of) => of.meanings)].map((fact) => [
        code(fact.id),
        fact.unit,
        fact.definition,
        fact.formula,
      ]),
    ),
    variables: table(
      ['Variable', 'needed', 'purpose'],
      VARIABLES.map((variable) => [code(variable.name), variable.required ? 'always' : 'optional', variable.purpose]),
    ),
  };
}

/** The handbook with its lists as the code has them now. @throws Error when a marker is missing. */
export function handbookWith(text: string, lists: Readonly<Record<string, string>>): string {
  return Object.entries(lists).reduce((handbook, [name, body]) => {
    const [begin, end] = [`<!-- list: ${name} -->`, `<!-- end: ${name} -->`];
    const from = handbook.indexOf(begin);
    const until = handbook.indexOf(end);
    if (from < 0 || until < from) throw new Error(`the handbook has no list ${name}`);
    return `${handbook.slice(0, from + begin.length)}\n${body}\n${handbook.slice(until)}`;
  }, text);
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

function list(names: readonly string[]): string {
  return names.length === 0 ? '–' : names.map(code).join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(HANDBOOK, handbookWith(readFileSync(HANDBOOK, 'utf8'), handbookLists()));
}
