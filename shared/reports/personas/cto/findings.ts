import { textFigure } from '../../document/cells.ts';
import type { Block, FindingLine, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { CHECKS } from '../../facts/inventory/checks.ts';
import type { Finding, Shortfall } from '../../findings/finding.ts';
import { shortfallsIn } from '../../findings/finding.ts';
import { numberIn } from '../../findings/judging.ts';
import { bySeverity } from '../../findings/ranking.ts';
import { figuresOn, findingLine } from '../figures.ts';
import { resourcesFailing, withEntity } from './whose.ts';

const SECRET_CHECKS: readonly string[] = ['secrets-in-function-variables', 'secrets-in-code', 'secrets-in-logs'];
const CARDS = 12;
const ROWS = 20;

/** Waste has a place beside the cost it causes. */
function isWaste({ rule }: Shortfall): boolean {
  return rule.category === 'Waste';
}

function isUrgent({ severity }: Shortfall): boolean {
  return severity === 'critical' || severity === 'high';
}

/** How many resources are open at each severity, and each critical and high finding with evidence and fix. */
export function findingsSection(sheet: FactSheet, findings: readonly Finding[]): Section {
  const urgent = bySeverity(shortfallsIn(findings)).filter((finding) => isUrgent(finding) && !isWaste(finding));
  const shown = urgent.slice(0, CARDS).map((finding) => withCommand(findingLine(finding, sheet)));
  const more = urgent.slice(CARDS);
  const rest: Block = { kind: 'paragraph', spans: [`Also high: ${titles(more)}.`] };
  return {
    id: 'findings',
    heading: 'Critical and high findings',
    count: shown.length,
    blocks: [
      severityChart(sheet),
      ...(shown.length === 0
        ? [{ kind: 'paragraph' as const, spans: [nothingUrgent(sheet)] }]
        : [{ kind: 'findings' as const, findings: shown }]),
      ...(more.length === 0 ? [] : [rest]),
    ],
  };
}

/** That nothing is urgent, as far as could be checked. */
function nothingUrgent(sheet: FactSheet): string {
  const isAll = numberIn(sheet.get('checks-unknown')) === 0;
  return `${isAll ? 'No check or drill' : 'None of the checks that could be made'} falls short at these severities.`;
}

function severityChart(sheet: FactSheet): Block {
  const at = figuresOn(sheet);
  return {
    kind: 'chart',
    chart: 'findings-by-severity',
    title: 'Open security items by severity',
    summary: ['Resources that fail a security check in the newest inventories.'],
    axis: 'Severity',
    series: ['Resources'],
    points: (['critical', 'high', 'medium', 'low'] as const).map((severity) => ({
      label: textFigure(capitalised(severity)),
      values: [at(`open-items-${severity}`)],
    })),
  };
}

/** The line with the command that mends it, where one does. */
function withCommand(line: FindingLine): FindingLine {
  const command = CHECKS.find(({ id }) => id === line.id)?.command;
  return command === undefined ? line : { ...line, fix: `${line.fix} Command: ${command}` };
}

/** Medium and low findings, a line each: how severe, what is wrong, where, what to do, and who where it is not the CTO. */
export function lesserSection(sheet: FactSheet, findings: readonly Finding[]): Section | undefined {
  const lesser = bySeverity(shortfallsIn(findings)).filter((finding) => !isUrgent(finding) && !isWaste(finding));
  if (lesser.length === 0) return undefined;
  const shown = lesser.slice(0, ROWS);
  const more = lesser.slice(ROWS);
  return {
    id: 'lesser',
    heading: 'Medium and low findings',
    count: shown.length,
    blocks: [
      { kind: 'list', items: shown.map((finding) => lesserLine(sheet, finding)) },
      ...(more.length === 0 ? [] : [{ kind: 'paragraph' as const, spans: [`Not listed: ${titles(more)}.`] }]),
    ],
  };
}

/** A finding in one line: where, if the rule is one of the checks, else what it found; the owner where it is another. */
function lesserLine(sheet: FactSheet, finding: Shortfall): readonly Span[] {
  const { id, severity, title, gap, fix, owner } = findingLine(finding, sheet);
  const where = resourcesFailing(sheet, id);
  const found = where.length > 0 ? [': ', ...where, '. '] : ['. ', ...gap, ' '];
  const who = owner === 'CTO' ? '' : ` Owner: ${owner}.`;
  return [`${capitalised(severity)}. ${title}`, ...found, `${fix}${who}`];
}

/** Every secret found in the open: where and since when, never what. */
export function secretsSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const found = sheet
    .subjects('audit-item')
    .filter(({ id }) => SECRET_CHECKS.some((check) => id.startsWith(`${check}:`)));
  const table: Block = {
    kind: 'table',
    caption: 'Where they are and since when, never what they are',
    columns: [
      { heading: 'Where', align: 'left' },
      { heading: 'Evidence', align: 'left' },
      { heading: 'Open for', align: 'right' },
    ],
    rows: found
      .slice(0, ROWS)
      .map(({ id, name, entityId }) => [
        textFigure(withEntity(sheet, name, entityId)),
        at('item-evidence', id),
        at('item-age', id),
      ]),
  };
  const none: Block = {
    kind: 'paragraph',
    spans: ['Secrets found in variables, code and logs: ', at('secrets-found'), '.'],
  };
  const rows = Math.min(found.length, ROWS);
  const isKnown = sheet.measuredOf('secrets-found').state !== 'unknown';
  return {
    id: 'secrets',
    heading: 'Secrets in the open',
    ...(isKnown ? { count: rows } : {}),
    blocks: rows === 0 ? [none] : [table],
  };
}

function titles(findings: readonly Finding[]): string {
  return findings.map(({ rule }) => rule.title.charAt(0).toLowerCase() + rule.title.slice(1)).join('; ');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
