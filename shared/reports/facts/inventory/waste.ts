import { daysBetween } from '../../../kernel/calendar.ts';
import { estimated, unknown } from '../../../kernel/measured.ts';
import type { Cents } from '../../../kernel/money.ts';
import { basisPoints, cents, dividedRounded, shareOf } from '../../../kernel/money.ts';
import type { FactDefinition } from '../fact.ts';
import type { FactView } from '../view.ts';
import { isExpected } from '../view.ts';
import { basisOf } from './audit-facts.ts';
import { centsOf, costRows } from './costs.ts';
import { sectionOf } from './looks.ts';

/** List prices of a month, in cents, as the provider asks in us-west-2 and us-east-1. */
const SECRET_CENTS = 40;
const ADDRESS_CENTS = 365;
const NAT_GATEWAY_CENTS = 3_285;
const VOLUME_GB_CENTS = 8;
const HEALTH_CHECK_CENTS = 50;
const ARM_SAVES = basisPoints(2_000);
const UNUSED_DAYS = 90;
const FUNCTION_SERVICE = /lambda/i;

const ASSUMPTION =
  'List prices of a month: $0.40 a secret, $3.65 an address, $32.85 a NAT gateway, $0.08 a gigabyte, $0.50 a health check; arm64 saves 20 % of what functions on x86 cost.';

/** What could be saved each month by stopping what nothing uses and moving functions to the cheaper processor. */
export const WASTE_FACTS: readonly FactDefinition[] = [
  {
    id: 'waste-month',
    title: 'Waste a month',
    unit: 'cents',
    perEntity: true,
    owner: 'CTO',
    definition:
      'What unused secrets, addresses, gateways, disks and health checks and the dearer processor cost a month.',
    formula: 'number of each × list price + 20 % of the functions’ cost × share of functions on x86',
    source: 'list prices of the provider; Thrifty',
    needs: ['inventory'],
    compute: (view) => {
      const ids = view.entityIds.filter((id) => isExpected(view, id, view.month));
      const parts = ids.map((id) => wasteOf(view, id));
      const missing = parts.flatMap((part) => (typeof part === 'number' ? [] : part));
      const costs = costRows(view, view.lastFullMonth);
      if (missing.length > 0 || costs.state === 'unknown') {
        return unknown(...missing, ...(costs.state === 'unknown' ? costs.missing : []));
      }
      const idle = parts.reduce<number>((sum, part) => sum + (part as Cents), 0); // the others were refused above
      return estimated(
        cents(
          idle + processorWaste(view, ids, centsOf(costs.value.filter((row) => FUNCTION_SERVICE.test(row.service)))),
        ),
        { ...basisOf(view, ids), assumption: ASSUMPTION },
      );
    },
  },
];

/** What lies idle at one entity, or what is missing to tell. */
function wasteOf(view: FactView, entityId: string): Cents | readonly string[] {
  const account = sectionOf(view, entityId, 'account');
  const secrets = sectionOf(view, entityId, 'secrets');
  const functions = sectionOf(view, entityId, 'functions');
  const missing = [account, secrets, functions].flatMap((found) => ('missing' in found ? [found.missing] : []));
  if ('missing' in account || 'missing' in secrets) return missing;
  if (missing.length > 0) return missing;
  const { idleAddresses, idleNatGateways, unattachedVolumeGb, unusedHealthChecks } = account.section;
  const unused = secrets.section.items.filter(
    ({ lastUsedOn }) => lastUsedOn === undefined || daysBetween(lastUsedOn, view.today) > UNUSED_DAYS,
  );
  return cents(
    unused.length * SECRET_CENTS +
      idleAddresses * ADDRESS_CENTS +
      idleNatGateways * NAT_GATEWAY_CENTS +
      unattachedVolumeGb * VOLUME_GB_CENTS +
      unusedHealthChecks * HEALTH_CHECK_CENTS,
  );
}

/** A fifth of what the functions on the dearer processor cost, all functions taken as costing the same. */
function processorWaste(view: FactView, ids: readonly string[], functionCents: Cents): Cents {
  const functions = ids.flatMap((id) => {
    const found = sectionOf(view, id, 'functions');
    return 'missing' in found ? [] : found.section.items;
  });
  const dear = functions.filter(({ architecture }) => architecture === 'x86_64').length;
  if (functions.length === 0 || dear === 0) return cents(0);
  return shareOf(cents(dividedRounded(functionCents * dear, functions.length)), ARM_SAVES);
}
