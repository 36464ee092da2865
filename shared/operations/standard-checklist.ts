import type { ChecklistItem } from '../records/charter.ts';

/** A checklist item before it belongs to a charter. */
export type ChecklistTemplate = Omit<ChecklistItem, 'id' | 'charterId' | 'completion' | 'version'>;

/**
 * The checklist every new charter starts with, in order: the items of the Coast Guard's checklists for small and
 * uninspected passenger vessels, and what this house adds before and after.
 */
export function standardChecklist(): readonly ChecklistTemplate[] {
  return STANDARD.map((item, index) => ({ ...item, order: index + 1 }));
}

type Unordered = Omit<ChecklistTemplate, 'order'>;

const must = { mandatory: true, evidence: 'none' } as const;
const should = { mandatory: false, evidence: 'none' } as const;
const signed = { mandatory: true, evidence: 'signature' } as const;
const hours = { mandatory: true, evidence: 'reading', unit: 'hours', min: 0 } as const;
const percent = { mandatory: true, evidence: 'reading', unit: 'percent', max: 100 } as const;

const STANDARD: readonly Unordered[] = [
  { phase: 'booking_intake', text: 'Party, route, special needs and price agreed with the customer', ...must },
  { phase: 't_minus_48h', text: 'Weather forecast and notices to mariners read', ...must },
  { phase: 't_minus_48h', text: 'Float plan left with someone ashore', ...must },

  {
    phase: 'pre_departure_vessel',
    text: 'Licensed operator: original license aboard, under 12 hours on duty, in a drug program',
    ...signed,
  },
  { phase: 'pre_departure_vessel', text: 'Documentation with coastwise endorsement aboard, markings legible', ...must },
  { phase: 'pre_departure_vessel', text: 'Engine hours at start', ...hours },
  { phase: 'pre_departure_vessel', text: 'Fuel level before departure', ...percent, min: 25 },
  { phase: 'pre_departure_vessel', text: 'Oil and coolant within marks, bilge dry and pumps tested', ...must },
  { phase: 'pre_departure_vessel', text: 'Navigation lights and VHF radio tested', ...must },
  { phase: 'pre_departure_vessel', text: 'Shore power off and cable stowed', ...must },

  { phase: 'safety_equipment', text: 'Life jackets: Type I for every person, child sizes included', ...must },
  { phase: 'safety_equipment', text: 'Ring buoy ready (vessels of 26 feet and more)', ...must },
  { phase: 'safety_equipment', text: 'Fire extinguishers charged, flares in date, sound signal works', ...must },
  {
    phase: 'safety_equipment',
    text: 'Emergency check-off list posted: rough weather, man overboard, fire',
    ...must,
    regRef: '46 CFR 26.03-2',
  },
  { phase: 'safety_equipment', text: 'First-aid kit complete', ...must },
  { phase: 'safety_equipment', text: 'MARPOL placards posted', ...should },

  {
    phase: 'guest_boarding',
    text: 'Safety orientation given before getting under way',
    ...must,
    regRef: '46 CFR 26.03-1',
  },
  { phase: 'guest_boarding', text: 'Head count taken and told to someone ashore', ...must, regRef: '46 CFR 185.504' },
  { phase: 'underway', text: 'Position and weather noted every hour', ...should },
  { phase: 'docking', text: 'Lines and fenders secured, head count off the vessel', ...must },

  { phase: 'post_charter_vessel', text: 'Engine hours at end', ...hours },
  { phase: 'post_charter_vessel', text: 'Fuel level after return', ...percent, min: 0 },
  { phase: 'post_charter_vessel', text: 'Walked through for damage and lost property', ...must },
  { phase: 'post_charter_vessel', text: 'Trash ashore and holding tank pumped out', ...must },
  { phase: 'post_charter_admin', text: 'Incident yes or no: noted in the report', ...must, regRef: '46 CFR 4.05-10' },
  { phase: 'post_charter_admin', text: 'Cash and tips envelope counted', ...must },
  { phase: 'post_charter_admin', text: 'Consumables to restock listed', ...should },
];
