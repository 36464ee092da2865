import { can } from '../../shared/access/permissions.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, plusMinutes } from '../../shared/kernel/calendar.ts';
import { possibleMoves } from '../../shared/operations/lifecycle.ts';
import type { LifecycleContext } from '../../shared/operations/move.ts';
import type { Charter, CharterFile, CharterOutline } from '../../shared/records/charter.ts';
import { priceTotals } from '../../shared/records/pricing.ts';
import type { CharterLine, ListChartersResponse, ReadCharterResponse } from '../../shared/wire/charters.ts';
import { chartersIn } from '../stores/charter-store.ts';
import { readCustomer } from '../stores/customer-store.ts';
import { companyRegisters, entityRegisters, readRegister } from '../stores/register-store.ts';
import { actorOf, charterFor, vesselOf } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';

/** The charters of a month that somebody may see, by start. */
export async function listCharters(deps: HostDeps, asking: Asking, month?: Month): Promise<ListChartersResponse> {
  const today = dayIn(deps.config.zone, asking.now);
  const of = month ?? monthOf(today);
  const company = await companyRegisters(deps.tables);
  const entities = (company.entity ?? []).filter(
    (entity) => entity.kind === 'charter' && can(asking.user, 'charter.list', { entityIds: [entity.id] }),
  );
  const channelNames = new Map((company.channel ?? []).map((channel) => [channel.id, channel.name]));
  const lines = await Promise.all(
    entities.map(async (entity) => {
      const [charters, registers] = await Promise.all([
        chartersIn(deps.tables, entity.id, of),
        entityRegisters(deps.tables, entity.id),
      ]);
      const vesselNames = new Map((registers.vessel ?? []).map((vessel) => [vessel.id, vessel.name]));
      return charters.map((charter) => lineOf(charter, entity.name, vesselNames, channelNames));
    }),
  );
  return { month: of, today, charters: lines.flat().sort((a, b) => (a.startAt + a.id < b.startAt + b.id ? -1 : 1)) };
}

/** One charter, whole, with what may happen next and what stands in the way. */
export async function readCharter(deps: HostDeps, asking: Asking, charterId: string): Promise<ReadCharterResponse> {
  const file = await charterFor(deps, asking, 'charter.read', charterId);
  const { charter } = file;
  const [company, customer, context] = await Promise.all([
    companyRegisters(deps.tables),
    readCustomer(deps.tables, charter.customerId),
    lifecycleContext(deps, asking, file),
  ]);
  return {
    file,
    names: {
      entity: company.entity?.find((entity) => entity.id === charter.entityId)?.name ?? charter.entityId,
      vessel: context.vessel.name,
      channel: company.channel?.find((channel) => channel.id === charter.channelId)?.name ?? charter.channelId,
      customer: customer?.name ?? 'unknown customer',
    },
    maxPax: context.vessel.maxPax,
    moves: can(asking.user, 'charter.move', { entityIds: [charter.entityId] }) ? possibleMoves(file, context) : [],
    ...runOf(deps, charter),
  };
}

function runOf(deps: HostDeps, charter: Charter): { readonly runKey?: string } {
  const runKey = deps.reporting.lastRunOf(charter);
  return runKey === undefined ? {} : { runKey };
}

/** What a lifecycle decision may look at beside the charter itself. */
export async function lifecycleContext(deps: HostDeps, asking: Asking, file: CharterFile): Promise<LifecycleContext> {
  const { charter } = file;
  const [vessel, registers, neighbours, channel] = await Promise.all([
    vesselOf(deps, file),
    entityRegisters(deps.tables, charter.entityId),
    neighboursOf(deps, charter),
    readRegister(deps.tables, 'channel', 'company', charter.channelId),
  ]);
  const incidents = registers.incident ?? [];
  return {
    now: asking.now,
    actor: actorOf(asking),
    vessel,
    overlapping: neighbours,
    incidentsOpen: incidents.filter((incident) => incident.charterId === charter.id && incident.status === 'open')
      .length,
    channelCollects: channel?.collects ?? false,
  };
}

/** Other charters of the same entity from the day before to the day after: those a clash could come from. */
async function neighboursOf(deps: HostDeps, charter: Charter): Promise<CharterOutline[]> {
  const from = dayIn(charter.zone, plusMinutes(charter.startAt, -1_440));
  const until = dayIn(charter.zone, plusMinutes(charter.endAt, 1_440));
  const months = [...new Set([monthOf(from), monthOf(until)])];
  const charters = (await Promise.all(months.map((month) => chartersIn(deps.tables, charter.entityId, month)))).flat();
  return charters.filter((other) => other.id !== charter.id && other.sailsOn >= from && other.sailsOn <= until);
}

function lineOf(
  charter: CharterOutline,
  entityName: string,
  vesselNames: ReadonlyMap<string, string>,
  channelNames: ReadonlyMap<string, string>,
): CharterLine {
  const { id, title, entityId, lifecycle, sailsOn, startAt, endAt, zone, paxExpected } = charter;
  return {
    id,
    title,
    entityId,
    entityName,
    vesselName: vesselNames.get(charter.vesselId) ?? 'unknown vessel',
    channelName: channelNames.get(charter.channelId) ?? charter.channelId,
    lifecycle,
    sailsOn,
    startAt,
    endAt,
    zone,
    paxExpected,
    totalCents: priceTotals(charter.priceLines).totalCents,
  };
}
