import { describe, expect, it } from 'vitest';
import { failureWords, problemWords } from '../../frontend/reports/failure-model.ts';
import { stepLines } from '../../frontend/reports/steps-model.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { RunResponse } from '../../shared/wire/reports.ts';
import { MockRuns } from './mock-runs.ts';

type Issue = RunResponse['run']['issues'][number];

const NOW = '2026-11-21T20:00:00.000Z' as Instant;
const RUN = new MockRuns(NOW).read('charter.chr_08.1', NOW) as RunResponse;
const anIssue = (over: Partial<Issue>): Issue => ({ ...(RUN.run.issues[1] as Issue), ...over });

describe('a report that could not be made', () => {
  it('says so, why, and what happens next', () => {
    const words = failureWords(anIssue({ state: 'failed', failure: 'RangeError' }));
    expect(words).toMatch(/^This report could not be made: it met a value it cannot work with \(RangeError\)\. /);
    expect(words).toMatch(/not mailed, and not tried again by itself\..* “Run now” makes the report anew\.$/);
  });

  it('is not to be had by Run now where it is the debrief of a charter', () => {
    const words = failureWords(anIssue({ report: 'charter-debrief', state: 'failed', failure: 'TypeError' }));
    expect(words).toMatch(/completing the charter again makes the report anew\.$/);
    expect(words).not.toContain('Run now');
  });

  it('is tried again while it is not given up', () => {
    expect(failureWords(anIssue({ state: 'planned', failure: 'Error' }))).toBe(
      'This report could not be made yet: one of its own checks did not hold. It is tried again by itself.',
    );
  });

  it('names an error nobody has words for', () => {
    expect(failureWords(anIssue({ state: 'failed', failure: 'SyntaxError' }))).toContain('with an error (SyntaxError)');
  });

  it('says what the run itself says in words', () => {
    const words = failureWords(anIssue({ state: 'failed', failure: 'making it never came to an end' }));
    expect(words).toMatch(/^This report could not be made: making it never came to an end\. /);
  });

  it('says nothing where nothing failed', () => {
    expect(failureWords(anIssue({ state: 'archived' }))).toBeUndefined();
  });

  it('is told in the same words among the steps', () => {
    const data = { report: 'ceo', because: 'RangeError' };
    const step = { at: NOW, actor: 'scc', action: 'issue.failed', object: 'ceo-report@jada', data };
    expect(stepLines({ ...RUN, steps: [step] })[0]).toMatchObject({
      words: 'Report failed',
      details: 'CEO report · it met a value it cannot work with (RangeError)',
      tone: 'bad',
    });
  });
});

describe('what stands in a mail’s way', () => {
  it.each([
    ['no answer was recorded', 'No answer was recorded.'],
    ['Email address is not verified.', 'Email address is not verified.'],
    ['ECONNRESET', 'The system calls it ECONNRESET.'],
  ])('%s is a sentence', (problem, words) => expect(problemWords(problem)).toBe(words));
});
