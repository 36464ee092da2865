import { daysBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, isKnown, mapped, measured, unknown } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import { isInForce, worthOf } from '../../../ledger/unbilled-work.ts';
import type { ClientContract } from '../../../records/client-work.ts';
import type { FactMeaning, FactUnit, SubjectFacts } from '../fact.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { narrowedTo } from '../view.ts';
import { contractGap, overage } from './billing.ts';
import {
  activeClients,
  clientCount,
  contractedFor,
  contracts,
  countOfAll,
  isLapsed,
  monthToBill,
  openCosts,
  unbilled,
} from './client-records.ts';
import { effectiveRate, openOf } from './money.ts';

type Told = readonly [id: string, title: string, unit: FactUnit, definition: string, formula: string];

const TOLD: readonly Told[] = [
  ['client-contract', 'Contract', 'text', 'The contracts that run today, or that there is none.', 'as recorded'],
  ['client-signed', 'Signed', 'text', 'Whether a contract that runs today is signed.', 'as recorded'],
  [
    'client-month-gap',
    'Contract month not invoiced',
    'cents',
    'What retainers and hosting bring for the month to be invoiced by now, less what was invoiced for it.',
    'contracted − invoiced for the month, where above zero',
  ],
  [
    'client-monthly',
    'Contracted',
    'cents',
    'What retainers and hosting bring for the month to be invoiced by now.',
    'sum of monthly amounts',
  ],
  ['client-invoiced', 'Invoiced', 'cents', 'What the client was invoiced in twelve months.', 'sum of invoices'],
  ['client-collected', 'Collected', 'cents', 'What the client paid in twelve months.', 'sum of payments'],
  ['client-open', 'Open', 'cents', 'What is open on the client’s invoices, credits taken off.', 'sum of open amounts'],
  [
    'client-unbilled',
    'Unbilled work',
    'cents',
    'Billable work for the client on no invoice, less the time a retainer includes.',
    'sum of minutes × rate ÷ 60',
  ],
  ['client-costs-unbilled', 'Unbilled costs', 'cents', 'Costs paid for the client on no invoice.', 'sum of such costs'],
  [
    'client-gap',
    'Billing gap',
    'cents',
    'Contract month, work and costs nobody has asked payment for.',
    'contracted − invoiced for the month, where above zero + unbilled work + unbilled costs',
  ],
  ['client-gap-cause', 'Cause', 'text', 'What the billing gap comes from.', 'the parts of the gap that are not zero'],
  [
    'client-minutes',
    'Time invoiced',
    'minutes',
    'Time of the work on the client’s invoices in twelve months.',
    'sum of minutes',
  ],
  [
    'client-rate',
    'Rate',
    'cents',
    'What an hour of the work on the client’s invoices has brought.',
    'work invoiced ÷ hours of that work',
  ],
  ['client-floor', 'Least rate', 'cents', 'The least an hour for the client must bring.', 'as recorded'],
  [
    'client-revenue-year',
    'Revenue',
    'cents',
    'Revenue from the client in twelve months.',
    'invoices and accrued work − credit memos',
  ],
  [
    'client-own-cost',
    'Direct cost',
    'cents',
    'What we paid others for the client as principal in twelve months.',
    'sum of such costs',
  ],
  [
    'client-profit',
    'Left',
    'cents',
    'Revenue from the client less its direct cost; our own time is not a cost here.',
    'revenue − direct cost',
  ],
  ['client-share', 'Share', 'share', 'The client’s share of revenue from clients.', 'revenue ÷ revenue from clients'],
];

function meaning([id, title, unit, definition, formula]: Told): FactMeaning {
  const needs = ['client', 'client-contract', 'work-entry', 'client-cost', 'invoice', 'balances'] as const;
  return { id, title, unit, definition, formula, source: 'policy default', owner: 'Accounting', needs };
}

/** Each client: what was agreed, done, asked for and paid, and what it leaves. */
export const CLIENT_SUBJECTS: SubjectFacts = {
  kind: 'client',
  meanings: TOLD.map(meaning),
  list: (whole) => {
    const view = agencyView(whole);
    const clients = view ? recordsOf(view, 'client') : unknown('clients');
    if (!view || !isKnown(clients)) return [];
    return [...clients.value]
      .sort((a, b) => (`${a.name} ${a.id}` < `${b.name} ${b.id}` ? -1 : 1))
      .map(({ id, name, entityId, floorCentsPerHour }) => {
        const all = contracts(view);
        const work = mapped(unbilled(view), (open) => open.filter(({ entry }) => entry.clientId === id));
        const worth = mapped(work, worthOf);
        const costs = mapped(openCosts(view), (open) =>
          open.filter(({ clientId }) => clientId === id).reduce((sum, { cents }) => sum + cents, 0),
        );
        const month = contractGap(view, id);
        const revenue = clientCount(view, 'revenue', [id]);
        const ownCost = clientCount(view, 'own-cost', [id]);
        const lapsed = combined(work, all, (open, of) => open.some(({ entry }) => isLapsed(entry, of)));
        const over = mapped(work, (open) => overage(open) > 0);
        const plain = combined(work, all, (open, of) =>
          worthOf(open.filter(({ entry, isRetained }) => !isRetained && !isLapsed(entry, of))),
        );
        return {
          subject: { kind: 'client', id: `client-${id}`, name, entityId },
          figures: {
            'client-contract': mapped(all, (of) => contractWords(view, of, id)),
            'client-signed': mapped(all, (of) => (isSigned(view, of, id) ? 'yes' : 'no')),
            'client-month-gap': month,
            'client-monthly': mapped(all, (of) => contractedFor(id, of, monthToBill(view))),
            'client-invoiced': clientCount(view, 'invoiced', [id]),
            'client-collected': clientCount(view, 'collected', [id]),
            'client-open': openOf(view, id),
            'client-unbilled': worth,
            'client-costs-unbilled': costs,
            'client-gap': [worth, costs].reduce((sum, part) => combined(sum, part, (a, b) => a + b), month),
            'client-gap-cause': causes([
              ['month not invoiced', mapped(month, (gap) => gap > 0)],
              ['work after the contract ended', lapsed],
              ['hours beyond the retainer', over],
              ['work not invoiced', mapped(plain, (cents) => cents > 0)],
              ['costs not invoiced', mapped(costs, (cents) => cents > 0)],
            ]),
            'client-minutes': clientCount(view, 'minutes', [id]),
            'client-rate': clientRate(view, id),
            ...(floorCentsPerHour === undefined ? {} : { 'client-floor': mapped(clients, () => floorCentsPerHour) }),
            'client-revenue-year': revenue,
            'client-own-cost': ownCost,
            'client-profit': combined(revenue, ownCost, (a, b) => a - b),
            'client-share': combined(
              revenue,
              countOfAll(view, 'revenue'),
              (part, whole) => ratio(part, whole) ?? unknown('revenue from clients'),
            ),
          },
        };
      });
  },
};

/** What of each client ends: domains and certificates within ninety days, and contracts. */
export const RENEWAL_SUBJECTS: SubjectFacts = {
  kind: 'renewal',
  meanings: (
    [
      ['renewal-client', 'Client', 'text', 'Whose it is.', 'as recorded'],
      ['renewal-ends', 'Ends', 'day', 'The last day it runs.', 'as recorded'],
      ['renewal-days', 'Days left', 'days', 'Days from today until it ends; below zero it has ended.', 'end − today'],
    ] as const
  ).map(meaning),
  list: (whole) => {
    const view = agencyView(whole);
    const clients = view ? activeClients(view) : unknown('clients');
    if (!view || !isKnown(clients)) return [];
    const all = contracts(view);
    const ending = clients.value.flatMap(({ id, name, entityId, renewals }) => [
      ...renewals.map(({ kind, name: what, expiresOn }) => ({
        id: `${id}-${kind}-${what}`,
        what: kind === 'ssl' ? `Certificate of ${what}` : `Domain ${what}`,
        client: name,
        entityId,
        expiresOn,
      })),
      ...(isKnown(all) ? all.value : []).flatMap(({ id: contractId, clientId, kind, to }) =>
        clientId === id && to !== undefined
          ? [{ id: contractId, what: `Contract, ${kind}`, client: name, entityId, expiresOn: to }]
          : [],
      ),
    ]);
    return ending
      .filter(({ expiresOn }) => daysBetween(view.today, expiresOn) <= SHOWN_DAYS)
      .sort((a, b) => (`${a.expiresOn} ${a.id}` < `${b.expiresOn} ${b.id}` ? -1 : 1))
      .map(({ id, what, client, entityId, expiresOn }) => ({
        subject: { kind: 'renewal', id: `renewal-${id}`, name: what, entityId },
        figures: {
          'renewal-client': measured(client, clients.basis),
          'renewal-ends': measured(expiresOn, clients.basis),
          'renewal-days': measured(daysBetween(view.today, expiresOn), clients.basis),
        },
      }));
  },
};

const SHOWN_DAYS = 90;

/** The agencies of a view; nothing where there is none. */
function agencyView(view: FactView): FactView | undefined {
  const ids = view.entityIds.filter((id) => view.entityOf(id)?.kind === 'agency');
  return ids.length === 0 ? undefined : narrowedTo(view, ids);
}

/** What an hour for a client has brought; in words where none was invoiced. */
function clientRate(view: FactView, id: string): Measured<number | string> {
  const minutes = clientCount(view, 'minutes', [id]);
  return isKnown(minutes) && minutes.value === 0
    ? mapped(minutes, () => 'no hours invoiced')
    : effectiveRate(view, [id]);
}

function isSigned(view: FactView, all: readonly ClientContract[], clientId: string): boolean {
  return all.some((of) => of.clientId === clientId && of.signedOn !== undefined && isInForce(of, view.today));
}

function contractWords(view: FactView, all: readonly ClientContract[], clientId: string): string {
  const ours = all.filter((of) => of.clientId === clientId);
  const running = ours.filter((contract) => isInForce(contract, view.today));
  if (running.length > 0) {
    return running.map(({ kind, signedOn }) => (signedOn === undefined ? `${kind}, not signed` : kind)).join('; ');
  }
  return ours.length > 0 ? 'ended' : 'none';
}

/** The causes that hold, in words; unknown when one of them cannot be told. */
function causes(all: readonly (readonly [string, Measured<boolean>])[]): Measured<string> {
  const [first, ...rest] = all.map(([words, holds]) => mapped(holds, (is) => (is ? [words] : [])));
  if (first === undefined) return unknown('causes of a billing gap');
  const held = rest.reduce((sum, one) => combined(sum, one, (a, b) => [...a, ...b]), first);
  return mapped(held, (words) => (words.length === 0 ? 'none' : words.join('; ')));
}
