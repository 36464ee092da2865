import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../frontend/api/problem.ts';
import { explained } from '../../frontend/reports/dashboard-model.ts';
import { asOfText, changeSentence, freshness } from '../../frontend/reports/live-model.ts';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import { mockDocument } from './mock-documents.ts';

const base = mockDocument('dashboard', 'dashboard', 'Dashboard', '2026-11');

function showing(values: Readonly<Record<string, number>>): ReportDocument {
  const figures = Object.entries(values).map(([label, value]) => ({
    label,
    figure: { cell: { kind: 'cents' as const, value }, fact: `${label}@group`, certainty: 'measured' as const },
    state: 'neutral' as const,
  }));
  return { ...base, sections: [{ id: 'figures', heading: 'This month', blocks: [{ kind: 'key-figures', figures }] }] };
}

describe('what is read out when figures change', () => {
  it.each([
    ['nothing when nothing changed', { Cash: 100 }, { Cash: 100 }, undefined],
    ['the figure that changed', { Cash: 100, Revenue: 5 }, { Cash: 250, Revenue: 5 }, 'Cash is now $2.50.'],
    ['two as a sentence', { A: 1, B: 1 }, { A: 2, B: 3 }, 'A is now $0.02 and B is now $0.03.'],
    [
      'three at most, the others counted',
      { A: 1, B: 1, C: 1, D: 1, E: 1 },
      { A: 2, B: 2, C: 2, D: 2, E: 2 },
      'A is now $0.02, B is now $0.02, C is now $0.02 and 2 more figures changed.',
    ],
    ['nothing of a figure that was not there before', { A: 1 }, { A: 1, B: 2 }, undefined],
  ])('%s', (_, before, after, sentence) => {
    expect(changeSentence(showing(before as Record<string, number>), showing(after as Record<string, number>))).toBe(
      sentence,
    );
  });
});

describe('how fresh the figures are', () => {
  const held = { etag: '"jada.1"', answer: { document: base, takenAt: '2026-11-21T20:00:00.000Z' } };

  it('always says up to when they count', () => {
    expect(asOfText(held)).toBe('As of Nov 21, 2026, 12:00 PM PST');
  });

  it('tells confirmed figures from old ones and from those seen without a signal', () => {
    expect(freshness('good')).toMatchObject({ tone: 'live', word: 'Up to date' });
    expect(freshness('first').tone).toBe('old');
    expect(freshness(new ApiProblem('unavailable', ''))).toMatchObject({ tone: 'old' });
    expect(freshness(new ApiProblem('offline', ''))).toMatchObject({
      tone: 'offline',
      word: expect.stringContaining('Offline'),
    });
  });
});

describe('what figures mean', () => {
  const line = { fact: 'runway', title: 'Runway', definition: 'd', formula: 'f', source: 's', basis: 'b' };

  it('joins the document once it is known, and not twice', () => {
    const bare = showing({ A: 1 });
    expect(explained(bare, [])).toBe(bare);
    const whole = explained(bare, [line]);
    expect(whole.sections.at(-1)).toMatchObject({ id: 'definitions', blocks: [{ definitions: [line] }] });
    expect(explained(whole, [line])).toBe(whole);
  });
});
