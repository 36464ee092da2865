import type { Measured } from '../../kernel/measured.ts';
import { estimated, mapped, measured, unknown } from '../../kernel/measured.ts';
import { ratio } from '../../kernel/money.ts';
import type { Lead } from '../../records/marketing.ts';
import { chartersAhead } from './bookings-ahead.ts';
import type { FactDefinition } from './fact.ts';
import { weighted } from './formulas.ts';
import { against, orMissing } from './known-when.ts';
import { namesOf } from './naming.ts';
import { unreadable } from './readings.ts';
import { targetOfDays } from './targets.ts';
import type { FactView } from './view.ts';

/** The leads neither won nor lost. Having none is a fact once a lead has been recorded in any month. */
function openLeads(view: FactView): Measured<readonly Lead[]> {
  const source = view.registers.lead;
  if (source.state === 'unreadable') return unreadable('leads', source.because);
  const everAsked = view.books.tally(view.entityIds, view.books.months(view.entityIds), 'operations', 'leads') > 0;
  if (source.records.length === 0 && !everAsked) return unknown(`leads of ${namesOf(view)}`);
  const open = source.records.filter((lead) => lead.stage !== 'won' && lead.stage !== 'lost');
  const basis = { records: `leads of ${namesOf(view)}, as of now whatever the period`, count: open.length };
  return measured(open, { ...basis, asOf: view.today });
}

/** Leads someone has answered, not yet a charter of their own: those are counted as quotes and holds. */
function qualified(leads: readonly Lead[]): readonly Lead[] {
  return leads.filter(
    (lead) => (lead.stage === 'contacted' || lead.stage === 'quoted') && lead.charterId === undefined,
  );
}

function openQuotes(view: FactView): Measured<number> {
  return mapped(chartersAhead(view), (charters) => {
    const isOpen = (expiresAt: string | undefined) => expiresAt === undefined || expiresAt > view.takenAt;
    return charters.filter((c) => c.lifecycle === 'quoted' || (c.lifecycle === 'held' && isOpen(c.holdExpiresAt)))
      .length;
  });
}

function weightedPipeline(view: FactView): Measured<number> {
  const leads = openLeads(view);
  if (leads.state === 'unknown') return leads;
  const value = leads.value.reduce((sum, lead) => sum + weighted(lead.expectedCents, lead.probabilityBps), 0);
  return estimated(value, {
    ...leads.basis,
    assumption: 'Each open lead is worth its expected value times its probability.',
  });
}

export const PIPELINE_FACTS: readonly FactDefinition[] = [
  {
    id: 'open-leads',
    title: 'Open leads',
    unit: 'count',
    perEntity: true,
    definition: 'People who asked and were neither won nor lost, as of now.',
    formula: 'number of leads that are new, contacted or quoted',
    source: 'policy default',
    needs: ['lead', 'balances'],
    compute: (view) => mapped(openLeads(view), (leads) => leads.length),
  },
  {
    id: 'open-qualified-leads',
    title: 'Open qualified leads',
    unit: 'count',
    perEntity: true,
    definition: 'Open leads somebody has answered or quoted, and that have no charter of their own yet, as of now.',
    formula: 'number of leads contacted or quoted, without a charter',
    source: 'policy default',
    needs: ['lead', 'balances'],
    compute: (view) => mapped(openLeads(view), (leads) => qualified(leads).length),
  },
  {
    id: 'open-quotes-and-holds',
    title: 'Open quotes and holds',
    unit: 'count',
    perEntity: true,
    kinds: ['charter'],
    definition: 'Charters ahead that are quoted, or held and not expired, as of now.',
    formula: 'number of charters ahead in state quoted or held',
    source: 'policy default',
    needs: ['upcoming'],
    compute: openQuotes,
  },
  {
    id: 'weighted-pipeline',
    title: 'Weighted pipeline',
    unit: 'cents',
    perEntity: true,
    definition: 'What the open leads are worth by how likely each is, as of now.',
    formula: 'sum of expected value × probability over open leads',
    source: 'policy default: value and probability as entered on each lead',
    needs: ['lead', 'balances'],
    compute: weightedPipeline,
  },
  {
    id: 'pipeline-coverage',
    title: 'Pipeline coverage of the next 60 days',
    unit: 'share',
    perEntity: true,
    definition: 'The weighted pipeline as a share of what the next 60 days are meant to bring.',
    formula: 'weighted pipeline ÷ revenue target of the next 60 days',
    source: 'policy default',
    needs: ['lead', 'balances', 'target'],
    compute: (view) =>
      against(weightedPipeline(view), targetOfDays(view, view.today, 60), (pipeline, aim) =>
        orMissing(ratio(pipeline, aim), 'a revenue target above zero for the next 60 days'),
      ),
  },
];
