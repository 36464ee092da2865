import { textFigure } from '../../document/cells.ts';
import type { Block, KeyFigure, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { SubjectColumn } from '../accounting/subject-table.ts';
import { subjectTable } from '../accounting/subject-table.ts';
import { figureTable } from '../ceo/tables.ts';
import { figuresOn } from '../figures.ts';

const KEY_FIGURES = [
  ['unbilled-work', (value: number) => value === 0],
  ['contract-months-unbilled-cents', (value: number) => value === 0],
  ['pass-through-unbilled', (value: number) => value === 0],
  ['client-receivables', undefined],
  ['top-client-share', (value: number) => value <= 4_000],
  ['renewals-within-30', (value: number) => value === 0],
] as const;

/** The first screen: what is not asked for, what is not paid, and what is about to end. */
export function summarySection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const figures = KEY_FIGURES.filter(([id]) => sheet.has(id)).map(([id, isGood]): KeyFigure => {
    const { meaning, measured } = sheet.get(id);
    const value = measured.state === 'unknown' ? undefined : Number(measured.value);
    const state = value === undefined ? 'unknown' : isGood === undefined ? 'neutral' : isGood(value) ? 'good' : 'bad';
    return { label: meaning.title, figure: at(id), state };
  });
  const contracted: readonly Span[] = [
    'Clients: ',
    at('clients-active'),
    '. Their retainers and hosting bring ',
    at('contracted-per-month'),
    ' a month.',
  ];
  const blocks: readonly Block[] = [
    { kind: 'key-figures', figures },
    {
      kind: 'list',
      items: [contracted, ...broughtIn(sheet)],
    },
  ];
  return { id: 'summary', heading: 'Executive summary', blocks };
}

/** What work has brought and clients have paid; where the books do not say, that alone, once. */
function broughtIn(sheet: FactSheet): readonly (readonly Span[])[] {
  const at = figuresOn(sheet);
  const needed = ['effective-rate', 'realisation', 'collection', 'client-dso-days'];
  const lacking = needed.find((id) => sheet.has(id) && sheet.measuredOf(id).state === 'unknown');
  if (lacking !== undefined) return [[`${sheet.get(lacking).meaning.title}: `, at(lacking), '.']];
  return [
    ['An hour of invoiced work has brought ', at('effective-rate'), ', ', at('realisation'), ' of its worth.'],
    [
      'Clients have paid ',
      at('collection'),
      ' of what they were invoiced; ',
      at('client-dso-days'),
      ' of invoicing are unpaid.',
    ],
  ];
}

/** Each client: contract, what it brings a month, what was invoiced and paid, and the gap with its cause. */
export function clientsSection(sheet: FactSheet): Section {
  return clientTable(sheet, 'clients', 'Clients', 'Contract, invoices and billing gap, client by client', [
    { fact: 'client-contract', heading: 'Contract', align: 'left' },
    { fact: 'client-monthly', heading: 'Contracted' },
    { fact: 'client-minutes', heading: 'Time invoiced' },
    { fact: 'client-invoiced', heading: 'Invoiced' },
    { fact: 'client-collected', heading: 'Collected' },
    { fact: 'client-gap', heading: 'Gap' },
    { fact: 'client-gap-cause', heading: 'Cause', align: 'left' },
  ]);
}

/** Contract, work, invoice, payment and ledger: each against the next. */
export function reconciliationSection(sheet: FactSheet): Section {
  const steps = [
    'clients-without-contract',
    'contracted-per-month',
    'contract-months-unbilled-cents',
    'unbilled-work',
    'client-receivables',
    'collection',
  ];
  const mustBeNothing = [
    'client-ledger-difference',
    'client-account-difference',
    'client-invoice-difference',
    'billed-work-still-open',
    'unsupported-invoices',
  ];
  return {
    id: 'reconciliation',
    heading: 'Reconciliation from contract to ledger',
    blocks: [
      ...figureTable(sheet, 'From contract to payment', steps),
      ...figureTable(sheet, 'What must be nothing', mustBeNothing),
    ],
  };
}

/** Work on no invoice, by age and by client. */
export function unbilledSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const ages = [
    ['unbilled-work-0-30', 'Up to 30 days'],
    ['unbilled-work-31-60', '31 to 60 days'],
    ['unbilled-work-61-plus', '61 days or more'],
  ] as const;
  const isKnown = sheet.has('unbilled-work') && sheet.measuredOf('unbilled-work').state !== 'unknown';
  const table: Block = {
    kind: 'table',
    caption: 'Work on no invoice by days since it was done, today',
    columns: [
      { heading: 'Age', align: 'left' },
      { heading: 'Amount', align: 'right' },
    ],
    rows: ages.map(([id, age]) => [textFigure(age), at(id)]),
    totals: [textFigure('Together'), at('unbilled-work')],
  };
  return {
    id: 'unbilled',
    heading: 'Unbilled work',
    blocks: [
      ...(isKnown ? [table] : figureTable(sheet, 'Unbilled work', ['unbilled-work'])),
      ...figureTable(sheet, 'Retainers', ['hours-cap-use', 'retainer-overage', 'lapsed-contract-work']),
    ],
  };
}

/** Costs paid for clients, and what of them came back. */
export function passThroughSection(sheet: FactSheet): Section {
  return {
    id: 'pass-through',
    heading: 'Costs paid for clients',
    blocks: figureTable(sheet, 'Paid for clients and invoiced to them', [
      'pass-through-recovery',
      'pass-through-unbilled',
    ]),
  };
}

/** How much hangs on how few. */
export function concentrationSection(sheet: FactSheet): Section {
  const { count: _, ...section } = clientTable(sheet, 'concentration', 'Concentration', 'Revenue by client', [
    { fact: 'client-revenue-year', heading: 'Revenue' },
    { fact: 'client-share', heading: 'Share' },
  ]);
  const shares = figureTable(sheet, 'Largest client', ['top-client-share']);
  return { ...section, blocks: [...shares, ...section.blocks] };
}

/** What ends in the next ninety days. */
export function expiriesSection(sheet: FactSheet): Section {
  const ending = sheet.subjects('renewal');
  const blocks = subjectTable(sheet, ending, {
    caption: 'Domains, certificates and contracts that end within 90 days or have ended',
    rowHeading: 'What ends',
    columns: [
      { fact: 'renewal-client', heading: 'Client', align: 'left' },
      { fact: 'renewal-ends', heading: 'Ends' },
      { fact: 'renewal-days', heading: 'Days left' },
    ],
  });
  const nothing: Block = { kind: 'paragraph', spans: ['Nothing on record ends within 90 days.'] };
  return {
    id: 'expiries',
    heading: 'Expiries',
    count: ending.length,
    blocks: blocks.length > 0 ? blocks : [nothing],
  };
}

/** What each client leaves, and what an hour for it brings. */
export function profitSection(sheet: FactSheet): Section {
  return clientTable(sheet, 'profit', 'Profitability per client', 'What each client leaves', [
    { fact: 'client-revenue-year', heading: 'Revenue' },
    { fact: 'client-own-cost', heading: 'Direct cost' },
    { fact: 'client-profit', heading: 'Left' },
    { fact: 'client-rate', heading: 'Per hour' },
  ]);
}

function clientTable(
  sheet: FactSheet,
  id: string,
  heading: string,
  caption: string,
  columns: readonly SubjectColumn[],
): Section {
  const clients = sheet.subjects('client');
  const blocks = subjectTable(sheet, clients, { caption, rowHeading: 'Client', columns });
  const nothing: Block = { kind: 'paragraph', spans: ['No client is recorded.'] };
  return { id, heading, count: clients.length, blocks: blocks.length > 0 ? blocks : [nothing] };
}
