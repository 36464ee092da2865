import { daysBetween, firstDay, lastDay, monthOf } from '../../../kernel/calendar.ts';
import type { Measured, Unknown } from '../../../kernel/measured.ts';
import { combined, mapped, unknown } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import type { UnbilledWork } from '../../../ledger/unbilled-work.ts';
import { isInForce, retainerOf, worthOf } from '../../../ledger/unbilled-work.ts';
import type { ClientContract, WorkEntry } from '../../../records/client-work.ts';
import type { FactDefinition } from '../fact.ts';
import { recordsOf, unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';
import {
  activeClients,
  ageOf,
  clientStanding,
  contractedFor,
  contracts,
  includedSoFar,
  isLapsed,
  monthToBill,
  OF_CLIENTS,
  openClientInvoices,
  openCosts,
  openWork,
  unbilled,
} from './client-records.ts';

const WITHIN_DAYS = 30;
const BUCKETS = [
  ['0-30', 'up to 30 days', 0, 30],
  ['31-60', '31 to 60 days', 31, 60],
  ['61-plus', '61 days or more', 61, Number.POSITIVE_INFINITY],
] as const;

/** What a client's retainers and hosting of the month to be invoiced by now are short of. */
export function contractGap(view: FactView, clientId: string): Measured<number> {
  const month = monthToBill(view);
  return combined(contracts(view), clientStanding(view, `month-${month}`, [clientId]), (all, billed) =>
    Math.max(0, contractedFor(clientId, all, month) - billed),
  );
}

/** The same of all clients, each alone: one that was billed twice does not make up for one that was forgotten. */
function contractGaps(view: FactView): Measured<readonly number[]> {
  const clients = recordsOf(view, 'client');
  if (clients.state === 'unknown') return clients;
  return clients.value
    .map(({ id }) => contractGap(view, id))
    .reduce<Measured<readonly number[]>>(
      (all, gap) => combined(all, gap, (gaps, one) => [...gaps, one]),
      mapped(clients, () => []),
    );
}

/** Minutes worked beyond what retainers include, of work on no invoice. */
export function overage(work: readonly UnbilledWork[]): number {
  return work.reduce((sum, { isRetained, minutes }) => sum + (isRetained ? minutes : 0), 0);
}

/** What retainers include in the period's last month, and how much of it was worked: invoiced with it, or not yet. */
function capUse(view: FactView, work: readonly WorkEntry[], all: readonly ClientContract[]): number | Unknown {
  const { month } = view;
  const retainers = all.filter(
    ({ kind, includedMinutes = 0, from, to }) =>
      kind === 'retainer' &&
      includedMinutes > 0 &&
      from <= lastDay(month) &&
      (to === undefined || to >= firstDay(month)),
  );
  const clients = [...new Set(retainers.map(({ clientId }) => clientId))];
  const open = work.filter((entry) => monthOf(entry.on) === month && retainerOf(entry, retainers) !== undefined);
  const worked =
    clients.reduce((sum, id) => sum + includedSoFar(view, id, month), 0) +
    open.reduce((sum, { minutes }) => sum + minutes, 0);
  const included = retainers.reduce((sum, { includedMinutes = 0 }) => sum + includedMinutes, 0);
  return ratio(worked, included) ?? unknown('retainers with included time');
}

const aged = (view: FactView, from: number, through: number) =>
  mapped(unbilled(view), (work) =>
    worthOf(work.filter(({ entry }) => ageOf(entry, view.today) >= from && ageOf(entry, view.today) <= through)),
  );

const CENTS = { ...OF_CLIENTS, unit: 'cents' } as const;
const COUNT = { ...OF_CLIENTS, unit: 'count' } as const;

/** What was agreed and done for clients, and what of it nobody has asked payment for. */
export const CLIENT_BILLING_FACTS: readonly FactDefinition[] = [
  {
    ...COUNT,
    id: 'clients-active',
    title: 'Clients',
    needs: ['client'],
    definition: 'Clients the agency works for today.',
    formula: 'number of active clients',
    compute: (view) => mapped(activeClients(view), (clients) => clients.length),
  },
  {
    ...COUNT,
    id: 'clients-without-contract',
    title: 'Clients without a signed contract in force',
    needs: ['client', 'client-contract'],
    definition: 'Clients the agency works for without a signed contract that runs today.',
    formula: 'number of active clients without one',
    compute: (view) =>
      combined(
        activeClients(view),
        contracts(view),
        (clients, all) =>
          clients.filter(
            ({ id }) => !all.some((of) => of.clientId === id && isInForce(of, view.today) && of.signedOn !== undefined),
          ).length,
      ),
  },
  {
    ...CENTS,
    id: 'contracted-per-month',
    title: 'Contracted per month',
    needs: ['client', 'client-contract'],
    definition: 'What the retainers and hosting contracts that run today bring in a month.',
    formula: 'sum of monthly amounts',
    compute: (view) =>
      mapped(contracts(view), (all) =>
        all
          .filter((contract) => isInForce(contract, view.today))
          .reduce((sum, { monthlyCents = 0 }) => sum + monthlyCents, 0),
      ),
  },
  {
    ...COUNT,
    id: 'contract-months-unbilled',
    title: 'Clients whose contract month is not invoiced',
    needs: ['client', 'client-contract', 'balances'],
    definition: 'Clients whose retainer or hosting of the last month is not invoiced in full by the fifth of the next.',
    formula: 'number of clients with contracted − invoiced above zero',
    compute: (view) => mapped(contractGaps(view), (gaps) => gaps.filter((gap) => gap > 0).length),
  },
  {
    ...CENTS,
    id: 'contract-months-unbilled-cents',
    title: 'Contract months not invoiced',
    needs: ['client', 'client-contract', 'balances'],
    definition: 'What those clients’ contracts bring for that month less what was invoiced for it.',
    formula: 'sum of contracted − invoiced, client by client, where above zero',
    compute: (view) => mapped(contractGaps(view), (gaps) => gaps.reduce((sum, gap) => sum + gap, 0)),
  },
  {
    ...CENTS,
    id: 'unbilled-work',
    title: 'Unbilled work',
    needs: ['client', 'client-contract', 'work-entry', 'balances'],
    definition: 'Billable work on no invoice, at its own rate, less the time a retainer includes.',
    formula: 'sum of minutes × rate ÷ 60, each entry rounded',
    compute: (view) => mapped(unbilled(view), worthOf),
  },
  ...BUCKETS.map(
    ([id, words, from, through]): FactDefinition => ({
      ...CENTS,
      id: `unbilled-work-${id}`,
      title: `Unbilled work, ${words} old`,
      needs: ['client', 'client-contract', 'work-entry', 'balances'],
      definition: `Billable work on no invoice, done ${words} ago.`,
      family: { title: 'Unbilled work by age', definition: 'Billable work on no invoice, by days since it was done.' },
      formula: 'sum of minutes × rate ÷ 60, by days since the work',
      compute: (view) => aged(view, from, through),
    }),
  ),
  {
    ...OF_CLIENTS,
    unit: 'minutes',
    id: 'retainer-overage',
    title: 'Unbilled time beyond retainers',
    needs: ['client', 'client-contract', 'work-entry', 'balances'],
    definition: 'Time worked in a month beyond what the client’s retainer includes, on no invoice.',
    formula: 'sum of minutes − included minutes, by contract and month, where above zero',
    compute: (view) => mapped(unbilled(view), overage),
  },
  {
    ...OF_CLIENTS,
    unit: 'share',
    id: 'hours-cap-use',
    title: 'Retainer hours used',
    needs: ['client', 'client-contract', 'work-entry', 'balances'],
    definition: 'Time worked under retainers in the last month of the period, of the time they include.',
    formula: 'minutes worked, invoiced or not ÷ minutes included',
    compute: (view) =>
      view.balances.state === 'unreadable'
        ? unreadable('journal entries', view.balances.because)
        : combined(openWork(view), contracts(view), (work, all) => capUse(view, work, all)),
  },
  {
    ...CENTS,
    id: 'lapsed-contract-work',
    title: 'Unbilled work after a contract ended',
    needs: ['client', 'client-contract', 'work-entry'],
    definition: 'Billable work on no invoice, done on a day its client’s contract did not run.',
    formula: 'sum of minutes × rate ÷ 60 of such work',
    compute: (view) =>
      combined(unbilled(view), contracts(view), (work, all) =>
        worthOf(work.filter(({ entry }) => isLapsed(entry, all))),
      ),
  },
  {
    ...CENTS,
    id: 'pass-through-unbilled',
    title: 'Costs paid for clients, not invoiced',
    needs: ['client', 'client-cost'],
    definition: 'What we paid others for clients and have put on no invoice.',
    formula: 'sum of such costs',
    compute: (view) => mapped(openCosts(view), (costs) => costs.reduce((sum, { cents }) => sum + cents, 0)),
  },
  {
    ...COUNT,
    id: 'unsupported-invoices',
    title: 'Open invoices with nothing behind them',
    needs: ['client', 'client-contract', 'invoice'],
    definition: 'Open invoices to somebody with no contract, none of whose lines names work or costs.',
    formula: 'number of such invoices',
    compute: (view) =>
      combined(
        openClientInvoices(view),
        contracts(view),
        (invoices, all) =>
          invoices.filter(
            ({ clientId, lines = [] }) =>
              !all.some((of) => of.clientId === clientId) &&
              lines.every(({ workIds = [], costIds = [] }) => workIds.length + costIds.length === 0),
          ).length,
      ),
  },
  {
    ...COUNT,
    id: 'renewals-within-30',
    title: 'Clients’ domains and certificates ending within 30 days',
    needs: ['client'],
    definition: 'Domains and certificates of clients that end within 30 days, or have ended.',
    formula: 'number of them',
    compute: (view) =>
      mapped(
        activeClients(view),
        (clients) =>
          clients
            .flatMap(({ renewals }) => renewals)
            .filter(({ expiresOn }) => daysBetween(view.today, expiresOn) <= WITHIN_DAYS).length,
      ),
  },
];
