import { can } from '../../shared/access/permissions.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import type { Problem } from '../../shared/kernel/fault.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { Cents } from '../../shared/kernel/money.ts';
import { takenPlaceProblems } from '../../shared/ledger/rebooking.ts';
import { newCharter } from '../../shared/operations/new-charter.ts';
import type { Customer } from '../../shared/records/customer.ts';
import type { Channel } from '../../shared/records/marketing.ts';
import type { Vessel } from '../../shared/records/vessel.ts';
import type { ChangedCharterResponse, CreateCharterBody } from '../../shared/wire/charters.ts';
import { newCharterWrites, readCharterFile } from '../stores/charter-store.ts';
import { newCustomerWrite, readCustomer } from '../stores/customer-store.ts';
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
    ...channelProblems(company.channel, body.channelId, dayIn(deps.config.zone, asking.now)),
  ];
  const found = await customerFor(deps, asking, body);
  const wrong = [...problems, ...found.problems, ...(await placeProblems(deps, body))];
  if (!entity || !vessel || !found.customer || wrong.length > 0)
    throw new FaultError(fault('invalid', 'The charter was not created.', wrong));
  const { customer, isNew } = found;
  const { customer: _new, customerId: _onFile, ...rest } = body;
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
      ...(isNew ? [newCustomerWrite(deps.tables, customer)] : []),
      ...newCharterWrites(deps.tables, file),
      historyWrite(deps, asking, 'charter.create', file.charter.id),
    ],
    'This charter was entered twice.',
  );
  return { charter: file.charter };
}

/** A charter is sold through a channel that is on record and has not ended. */
function channelProblems(channels: readonly Channel[] = [], id: string, today: LocalDate): readonly Problem[] {
  const channel = channels.find((one) => one.id === id);
  if (channel === undefined) return [{ field: 'channelId', message: `there is no channel ${id}` }];
  if (channel.endedOn === undefined || today < channel.endedOn) return [];
  return [{ field: 'channelId', message: `nothing is sold through ${channel.name} any more` }];
}

/** What is wrong with the charter whose place the new one takes; a new customer has none that could move. */
async function placeProblems(
  { tables }: HostDeps,
  { rebookedFrom, entityId, customerId = '' }: CreateCharterBody,
): Promise<readonly Problem[]> {
  if (rebookedFrom === undefined) return [];
  const from = await readCharterFile(tables, rebookedFrom);
  return takenPlaceProblems(from?.charter, { entityId, customerId });
}

/** The customer on file or the new one, whichever was said; exactly one of the two must be. */
async function customerFor(
  deps: HostDeps,
  asking: Asking,
  { customerId, customer, entityId }: CreateCharterBody,
): Promise<{ readonly customer?: Customer; readonly isNew: boolean; readonly problems: readonly Problem[] }> {
  const isNew = customerId === undefined;
  const wrong = (field: string, message: string) => ({ isNew, problems: [{ field, message }] });
  if (!isNew) {
    if (customer !== undefined) return wrong('customer', 'choose a customer on file or add a new one, not both');
    const onFile = await readCustomer(deps.tables, customerId);
    if (onFile?.entityId === entityId) return { customer: onFile, isNew, problems: [] };
    return wrong('customerId', `there is no such customer of ${entityId}`);
  }
  if (customer === undefined) return wrong('customerId', 'choose a customer, or add a new one');
  return { customer: newCustomer(deps, asking, entityId, customer), isNew, problems: [] };
}

function newCustomer(
  deps: HostDeps,
  asking: Asking,
  entityId: string,
  said: NonNullable<CreateCharterBody['customer']>,
): Customer {
  return {
    id: newId('cus', asking.now, deps.random),
    entityId,
    ...said,
    createdAt: asking.now,
    createdBy: asking.user.id,
    updatedAt: asking.now,
    version: 1,
    source: 'manual',
    schemaVersion: 1,
  };
}
