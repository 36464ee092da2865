/** Kinds of record that belong to the company and to no single entity. */
export const COMPANY_KINDS = ['entity', 'channel', 'recipient', 'closed-day', 'belief'] as const;

/** Kinds that keep coming: they lie apart from the other registers, and reports read only those still open. */
export const ITEM_KINDS = [
  'lead',
  'invoice',
  'bill',
  'bank-line',
  'expense-question',
  'rent-charge',
  'stay',
  'delivery-job',
  'work-entry',
  'client-cost',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Whether a kind belongs to the company and to no single entity. */
export function isCompanyKind(kind: string): kind is (typeof COMPANY_KINDS)[number] {
  return (COMPANY_KINDS as readonly string[]).includes(kind);
}

/** Whether a kind keeps coming. */
export function isItemKind(kind: string): kind is ItemKind {
  return (ITEM_KINDS as readonly string[]).includes(kind);
}

/**
 * Kinds a record of which can be taken back when it never should have been, some of them only while nothing rests on it.
 * What others name, the books count or a machine writes anew stays: what ended says so in a field of its own.
 */
const WITHDRAWABLE = [
  'recipient',
  'closed-day',
  'target',
  'fixed-cost',
  'asset',
  'equity-holding',
  'key-person',
  'incident',
  'action',
  'ad-spend',
  'campaign',
  'mailing-list',
  'review',
  'seo-task',
  'onboarding-task',
  'web-property',
  'belief',
  'forecast',
  'capital-policy',
  'books-check',
  'due-day',
  'vendor',
  'service',
  'risk',
  'owner-block',
  'maintenance-ticket',
  'lead',
  'listing',
  'bank-line',
  'work-entry',
  'client-contract',
  'lease',
  'subscription',
  'delivery-job',
];

/** Whether a record of this kind may be withdrawn. */
export function isWithdrawable(kind: string): boolean {
  return WITHDRAWABLE.includes(kind);
}
