import { ACCOUNT_CHECKS } from './account-checks.ts';
import type { Check } from './check.ts';
import { EDGE_CHECKS } from './edge-checks.ts';
import { FUNCTION_CHECKS } from './function-checks.ts';
import { MAIL_CHECKS } from './mail-checks.ts';
import { STORAGE_CHECKS } from './storage-checks.ts';

/** Every check of the audit, in the order of the rule table. */
export const CHECKS: readonly Check[] = [
  ...FUNCTION_CHECKS,
  ...STORAGE_CHECKS,
  ...EDGE_CHECKS,
  ...MAIL_CHECKS,
  ...ACCOUNT_CHECKS,
];

/** The check with an id. @throws RangeError when there is none. */
export function checkOf(id: string): Check {
  const check = CHECKS.find((held) => held.id === id);
  if (check === undefined) throw new RangeError(`no check is called ${id}`);
  return check;
}
