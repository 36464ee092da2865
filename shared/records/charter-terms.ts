/** The states of a charter. These lists stand apart from the schemas so that a page can use them for the price of the words. */
export const LIFECYCLE = [
  'inquiry',
  'quoted',
  'held',
  'booked',
  'confirmed',
  'boarding',
  'underway',
  'returned',
  'completed',
  'closed',
  'weather_hold',
  'rescheduled',
  'cancelled',
  'no_show',
  'expired',
  'declined',
] as const;
export type Lifecycle = (typeof LIFECYCLE)[number];

/** The stations of a charter's day, in the order they happen. */
export const MILESTONES = [
  'crew_call',
  'vessel_ready',
  'guests_arrive',
  'boarding_open',
  'safety_brief',
  'cast_off',
  'return_dock',
  'all_ashore',
  'crew_released',
] as const;
export type MilestoneName = (typeof MILESTONES)[number];

/** What a line of the price can be. */
export const PRICE_LINE_KINDS = [
  'charter',
  'addon_taxable',
  'addon_nontaxable',
  'fee',
  'discount',
  'service_charge',
  'tax',
] as const;

/** On whose account a charter is cancelled. */
export const CANCELLED_BY = ['guest', 'operator', 'weather', 'vessel', 'safety', 'authority'] as const;

/** The phases of a charter's checklist, in order. */
export const CHECKLIST_PHASES = [
  'booking_intake',
  't_minus_48h',
  'pre_departure_vessel',
  'safety_equipment',
  'guest_boarding',
  'underway',
  'docking',
  'post_charter_vessel',
  'post_charter_admin',
] as const;
export type ChecklistPhase = (typeof CHECKLIST_PHASES)[number];

/** The roles aboard. */
export const CREW_ROLES = [
  'captain',
  'first_mate',
  'deckhand',
  'host',
  'chef',
  'photographer',
  'dock_lead',
  'trainee',
  'relief_captain',
] as const;

/** What was planned and recorded of a charter, which most of its moves leave as it is: it is stored apart. */
export const CHARTER_PLAN = [
  'milestones',
  'cancellationTiers',
  'overrides',
  'weather',
  'cancellation',
  'postCharterReport',
  'departurePort',
  'returnPort',
  'createdAt',
  'createdBy',
  'source',
  'schemaVersion',
] as const;
export type CharterPlanField = (typeof CHARTER_PLAN)[number];
