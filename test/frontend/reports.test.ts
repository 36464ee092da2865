import { describe, expect, it } from 'vitest';
import { bookLines, receiptOf, stateText } from '../../frontend/components/figure-model.ts';
import { dashboardParts } from '../../frontend/reports/dashboard-model.ts';
import {
  choiceProblems,
  firstChoice,
  previewRequest,
  runRequest,
  toggled,
} from '../../frontend/reports/run-request-model.ts';
import { actionWords, stepLines } from '../../frontend/reports/steps-model.ts';
import type { Instant, Month } from '../../shared/kernel/calendar.ts';
import { definitionFinder } from '../../shared/reports/render/footnotes.ts';
import { mockDocument } from './mock-documents.ts';
import { CATALOG, MockRuns } from './mock-runs.ts';

const dashboard = mockDocument('dashboard', 'dashboard', 'Dashboard', '2026-11');

describe('a request to run reports', () => {
  const choice = firstChoice(CATALOG);

  it('begins with every report that can be run, for the last closed month, sent to nobody', () => {
    expect(runRequest(choice, CATALOG, 'key12345')).toEqual({
      requestKey: 'key12345',
      reports: ['ceo', 'cfo', 'cmo'],
      sendTo: 'nobody',
    });
  });

  it('names entities and days only where they were narrowed; the last day is included', () => {
    const narrowed = {
      ...choice,
      entityIds: ['jada'],
      span: 'days' as const,
      from: '2026-11-01',
      through: '2026-11-30',
    };
    expect(runRequest(narrowed, CATALOG, 'key12345')).toMatchObject({
      entityIds: ['jada'],
      period: { from: '2026-11-01', until: '2026-12-01' },
    });
    expect(previewRequest('ceo', narrowed, CATALOG)).toMatchObject({ report: 'ceo', entityIds: ['jada'] });
  });

  it('says everything that is missing', () => {
    const empty = {
      ...choice,
      reports: [],
      entityIds: [],
      span: 'days' as const,
      from: '2026-11-30',
      through: '2026-11-01',
    };
    expect(choiceProblems(empty).map(({ field }) => field)).toEqual(['reports', 'entityIds', 'period']);
    expect(choiceProblems(choice)).toEqual([]);
  });

  it('a report ticked twice is in once', () => {
    expect(toggled(toggled(['ceo'], 'cfo', true), 'cfo', true)).toEqual(['ceo', 'cfo']);
    expect(toggled(['ceo', 'cfo'], 'ceo', false)).toEqual(['cfo']);
  });
});

describe('the steps of a run', () => {
  const now = '2026-11-21T18:00:00.000Z' as Instant;

  it('are told with titles instead of ids, oldest first', () => {
    const run = new MockRuns(now).read('charter.chr_08.1', now);
    if (run === undefined) throw new Error('the mock lost its run');
    const lines = stepLines({ ...run, steps: [...run.steps].reverse() });
    expect(lines.slice(0, 3).map(({ words, details }) => [words, details])).toEqual([
      ['Run started', ''],
      ['Records read and kept', '3 reports'],
      ['Report written and kept', 'Charter debrief'],
    ]);
  });

  it('an action without words of its own is still readable', () => {
    expect(actionWords('run.taken-over')).toBe('Run taken over');
  });
});

describe('figures and their receipts', () => {
  const definitionOf = definitionFinder(dashboard);
  const [revenue, , , , runway] = dashboard.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'key-figures' ? block.figures : [])),
  );

  it('a figure finds the definition of its fact whatever its scope', () => {
    if (revenue === undefined) throw new Error('no revenue');
    const receipt = receiptOf(revenue.figure, definitionOf);
    expect(receipt).toMatchObject({ fact: 'recognised-revenue@jada', certainty: 'Counted from records' });
    expect(receipt?.definition?.title).toBe('Recognised revenue');
  });

  it('a receipt names what the very figure was read from in the books, and of no other', () => {
    const told = definitionOf({ cell: { kind: 'cents', value: 0 }, fact: 'recognised-revenue@jada' });
    if (told === undefined) throw new Error('no definition');
    const read = { group: 'accounts', names: ['a4010', 'a4190'], entityIds: ['jada'], count: 3, digest: 'm2x4' };
    const months = { from: '2026-09' as Month, through: '2026-11' as Month };
    const definition = {
      ...told,
      receipts: [
        { fact: 'recognised-revenue@jada', ...read, ...months },
        { fact: 'recognised-revenue@qos', ...read, ...months },
        {
          fact: 'recognised-revenue@jada',
          ...read,
          group: 'cash',
          names: ['customer-in'],
          count: 1,
          through: months.from,
        },
      ],
    };
    const scope = { name: 'jada', title: 'JADA Charters', entityIds: ['jada'] };
    const receipt = { fact: 'recognised-revenue@jada', certainty: undefined, definition };
    expect(bookLines(receipt, { ...scope, names: { jada: 'JADA Charters' } })).toEqual([
      'accounts 4010 and 4190 of JADA Charters, Sep 2026 to Nov 2026: 3 balances, mark m2x4',
      'cash movements (customer in) of JADA Charters, from the beginning to Sep 2026: 1 balance, mark m2x4',
    ]);
    expect(bookLines(receipt, scope)[0]).toContain('of jada, Sep 2026'); // an issue from before names were kept
  });

  it('an unknown figure says what to record', () => {
    expect(runway && stateText(runway)).toBe('Record bank balance and fixed costs to see this');
  });

  it('words have no receipt', () => {
    expect(receiptOf({ cell: { kind: 'text', value: 'Total' } }, definitionOf)).toBeUndefined();
  });

  it('the cards it begins with come first, all else keeps its order, and what figures mean is not a section of the page', () => {
    const cards = (id: string) => ({ id, heading: id, blocks: [{ kind: 'key-figures' as const, figures: [] }] });
    const sections = [cards('figures'), ...dashboard.sections, cards('finance')];
    const { cards: first, rest } = dashboardParts({ ...dashboard, sections });
    expect(first.map(({ id }) => id)).toEqual(['figures']);
    expect(rest.map(({ id }) => id)).toEqual(['summary', 'revenue', 'findings', 'actions', 'finance']);
  });
});
