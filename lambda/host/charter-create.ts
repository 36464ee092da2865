import { can } from '../../shared/access/permissions.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { Cents } from '../../shared/kernel/money.ts';
import { newCharter } from '../../shared/operations/new-charter.ts';
import type { Customer } from '../../shared/records/customer.ts';
import type { Vessel } from '../../shared/records/vessel.ts';
import type { ChangedCharterResponse, CreateCharterBody } from '../../shared/wire/charters.ts';
import { newCharterWrites } from '../stores/charter-store.ts';
import { newCustomerWrite } from '../stores/customer-store.ts';
import { companyRegisters, readRegister } from '../stores/register-store.ts';
import { mustCommit } from '../stores/transaction.ts';
import { actorOf } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';

/** A new inquiry with its customer, checklist, roles and guests. @throws FaultError `invalid` with every field. */
export async function createCharter(
  deps: HostDeps,
  asking: Asking,
  body: CreateCharterBody,
): Promise<ChangedCharterResponse> {
  const company = await companyRegisters(deps.tables);
  const entity = company.entity?.find((one) => one.id === body.entityId);
  const vessel = await readRegister(deps.tables, 'vessel', body.entityId, body.vesselId);
  const problems = [
    ...(entity && can(asking.user, 'charter.create', { entityIds: [entity.id] })
      ? []
      : [{ field: 'entityId', message: `there is no entity ${body.entityId}` }]),
    ...(vessel ? [] : [{ field: 'vesselId', message: `there is no such vessel of ${body.entityId}` }]),
    ...(company.channel?.some((one) => one.id === body.channelId)
      ? []
      : [{ field: 'channelId', message: `there is no channel ${body.channelId}` }]),
  ];
  if (!entity || !vessel || problems.length > 0)
    throw new FaultError(fault('invalid', 'The charter was not created.', problems));
  const customer = customerOf(deps, asking, body);
  const { customer: _, ...rest } = body;
  const file = orThrow(
    newCharter(
      { ...rest, depositCents: rest.depositCents as Cents, customerId: customer.id },
      { charterId: newId('chr', asking.now, deps.random) },
      { now: asking.now, actor: actorOf(asking), zone: entity.zone, vessel: vessel as Vessel },
    ),
  );
  await mustCommit(
    deps.tables,
    [
      newCustomerWrite(deps.tables, customer),
      ...newCharterWrites(deps.tables, file),
      historyWrite(deps, asking, 'charter.create', file.charter.id),
    ],
    'This charter was entered twice.',
  );
  return { charter: file.charter };
}

function customerOf(deps: HostDeps, asking: Asking, body: CreateCharterBody): Customer {
  return {
    id: newId('cus', asking.now, deps.random),
    entityId: body.entityId,
    ...body.customer,
    createdAt: asking.now,
    createdBy: asking.user.id,
    updatedAt: asking.now,
    version: 1,
    source: 'manual',
    schemaVersion: 1,
  };
}
