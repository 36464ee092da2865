import type { Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';

/** A name with the entity it belongs to behind it, where the report is about more than one. */
export function withEntity(sheet: FactSheet, name: string, entityId: string | undefined): string {
  const owner = sheet.entities.length > 1 ? sheet.entities.find(({ id }) => id === entityId)?.name : undefined;
  return owner === undefined ? name : `${name} (${owner})`;
}

const NAMES_TOLD = 3;

/**
 * Which resources fail a check and whose they are, and where it could not be made; nothing where the rule is no check.
 * @example qos-booking, qos-gallery (Queen of San Diego); jada-waiver-pdf (JADA charters). Not checked: DangerousCentaur
 */
export function resourcesFailing(sheet: FactSheet, checkId: string): readonly Span[] {
  const names = namesFailing(sheet, checkId);
  const open = sheet.has('unchecked-entities', checkId)
    ? ['. Not checked: ', figuresOn(sheet)('unchecked-entities', checkId)]
    : [];
  return names === '' ? [] : [names, ...open];
}

/** Which resources fail a check and whose they are; empty where none does or the rule is no check. */
export function namesFailing(sheet: FactSheet, checkId: string): string {
  const failing = sheet.subjects('audit-item').filter(({ id }) => id.startsWith(`${checkId}:`));
  const owners = [...new Set(failing.map(({ entityId }) => entityId))];
  const parts = owners.map((owner) => {
    const theirs = failing.filter(({ entityId }) => entityId === owner).map(({ name }) => name);
    const more = theirs.length > NAMES_TOLD ? ' and others' : '';
    return withEntity(sheet, `${theirs.slice(0, NAMES_TOLD).join(', ')}${more}`, owner);
  });
  return parts.join('; ');
}
