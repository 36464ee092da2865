import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { Check, CheckCategory } from '../../facts/inventory/check.ts';
import { CHECKS } from '../../facts/inventory/checks.ts';
import { notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Phrase, Rule, Severity } from '../rule.ts';

const DUE_DAYS: Readonly<Record<CheckCategory, number>> = { security: 7, 'tech-debt': 21, waste: 30 };
const CATEGORY_NAMES: Readonly<Record<CheckCategory, string>> = {
  security: 'Security',
  'tech-debt': 'Technical debt',
  waste: 'Waste',
};
const KINDS_OF_EVIDENCE_TOLD = 3;
const NAMES_TOLD = 3;

/** One rule for each check of the audit: a failing resource is a shortfall as severe as the worst of them. */
export const CHECK_RULES: readonly Rule[] = CHECKS.map(ruleOf);

function ruleOf(check: Check): Rule {
  return {
    id: check.id,
    code: check.code,
    title: check.title,
    category: CATEGORY_NAMES[check.category],
    causeKey: check.id,
    // Applies wherever an inventory could be recorded: the count itself is a figure of the check, not of the entities.
    needs: ['inventory-age'],
    action: { title: check.fix, ownerRole: 'CTO', dueDays: DUE_DAYS[check.category], effort: check.effort },
    judge(sheet) {
      const count = sheet.get('failing-resources', check.id);
      const found = numberIn(count);
      if (found === undefined) return notKnown(count);
      if (found === 0) return ok(count);
      return shortfall(severityIn(sheet, check.id), {
        gap: [...(found === 1 ? [] : [count, ' found: ']), ...told(sheet, check.id), ...unchecked(sheet, check.id)],
        impact: [`${check.risk}.`],
        evidence: [count],
      });
    },
  };
}

function severityIn(sheet: FactSheet, checkId: string): Severity {
  const worst = sheet.measuredOf('failing-severity', checkId);
  return worst.state === 'unknown' ? 'medium' : (worst.value as Severity); // the check's own severity, one of four words
}

/** The failing resources, those of which the same was seen together: what, which, whose, and for how long. */
function told(sheet: FactSheet, checkId: string): Phrase {
  const groups = [...grouped(sheet, checkId)];
  const shown = groups.slice(0, KINDS_OF_EVIDENCE_TOLD);
  const phrases = shown.flatMap(([, items], i): Phrase => [i === 0 ? '' : '; ', ...groupPhrase(sheet, items)]);
  return [...phrases, groups.length > shown.length ? '; and others.' : '.'];
}

function grouped(sheet: FactSheet, checkId: string): ReadonlyMap<string, readonly Subject[]> {
  const groups = new Map<string, Subject[]>();
  for (const item of sheet.subjects('audit-item')) {
    if (!item.id.startsWith(`${checkId}:`)) continue;
    const evidence = sheet.measuredOf('item-evidence', item.id);
    const key = evidence.state === 'unknown' ? '' : String(evidence.value);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function groupPhrase(sheet: FactSheet, items: readonly Subject[]): Phrase {
  const [oldest] = [...items].sort((a, b) => ageOf(sheet, b) - ageOf(sheet, a));
  if (oldest === undefined) return [];
  const isNew = items.every(({ id }) => isWord(sheet, id, 'new'));
  return [
    `${names(sheet, items)}: `,
    sheet.get('item-evidence', oldest.id),
    ...(isNew ? [', new'] : [', open for ', sheet.get('item-age', oldest.id)]),
  ];
}

/** Resources by entity: booking-api, mailer of JADA charters and site of QuickDumpNow. */
function names(sheet: FactSheet, items: readonly Subject[]): string {
  const owners = [...new Set(items.map(({ entityId }) => entityId))];
  const parts = owners.map((owner) => {
    const theirs = items.filter(({ entityId }) => entityId === owner).map(({ name }) => name);
    const more = theirs.length > NAMES_TOLD ? ' and others' : '';
    const whose = sheet.entities.find(({ id }) => id === owner)?.name ?? owner ?? '';
    const which = `${theirs.slice(0, NAMES_TOLD).join(' · ')}${more}`;
    return sheet.entities.length > 1 ? `${which} (${whose})` : which;
  });
  return parts.join(' and ');
}

function unchecked(sheet: FactSheet, checkId: string): Phrase {
  if (!sheet.has('unchecked-entities', checkId)) return [];
  return [' Not checked: ', sheet.get('unchecked-entities', checkId), '.'];
}

function ageOf(sheet: FactSheet, item: Subject): number {
  return numberIn(sheet.get('item-age', item.id)) ?? 0;
}

function isWord(sheet: FactSheet, itemId: string, word: string): boolean {
  const state = sheet.measuredOf('item-state', itemId);
  return state.state !== 'unknown' && state.value === word;
}
