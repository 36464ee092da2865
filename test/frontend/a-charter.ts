import type { LocalDate } from '../../shared/kernel/calendar.ts';
import type { Charter, CharterFile, ChecklistItem, Guest, RoleSlot } from '../../shared/records/charter.ts';
import { charterFiles } from './mock-charters.ts';

/** The day the frontend's tests call today. */
export const TODAY = '2026-11-21' as LocalDate;

/** A confirmed charter of that day, 9:00 AM to noon in San Diego, with what matters changed. */
export function aFile(changes: Partial<Charter> = {}, more: Partial<CharterFile> = {}): CharterFile {
  const file = charterFiles(TODAY).get('chr_01');
  if (file === undefined) throw new Error('the sample lost its first charter');
  return { ...file, ...more, charter: { ...file.charter, ...changes } };
}

export function anItem(changes: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    id: 'itm_1',
    charterId: 'chr_01',
    phase: 'docking',
    text: 'Lines secured',
    mandatory: true,
    evidence: 'none',
    order: 1,
    version: 1,
    ...changes,
  };
}

export function aGuest(changes: Partial<Guest> = {}): Guest {
  return {
    id: 'gst_1',
    charterId: 'chr_01',
    name: 'Jonas Weber',
    isMinor: false,
    rsvp: 'yes',
    checkIn: 'none',
    version: 1,
    ...changes,
  };
}

export function aSlot(changes: Partial<RoleSlot> = {}): RoleSlot {
  const [slot] = aFile().slots;
  if (slot === undefined) throw new Error('the sample lost its crew');
  const { claim: _, ...open } = slot;
  return { ...open, ...changes };
}
