import { describe, expect, it } from 'vitest';
import { arrived, begun, failed, slowed } from '../../frontend/api/load-model.ts';
import { ApiProblem, asProblem } from '../../frontend/api/problem.ts';

const problem = new ApiProblem('unavailable', 'Try again.');

describe('what a screen knows of something it asked for', () => {
  it('says nothing in the first moments and then that it is loading', () => {
    const waiting = begun({ kind: 'slow' });
    expect(waiting).toEqual({ kind: 'waiting' });
    expect(slowed(waiting)).toEqual({ kind: 'slow' });
  });

  it('keeps the old value while a new one is fetched', () => {
    expect(slowed(begun(arrived(7)))).toEqual({ kind: 'ready', value: 7, refresh: 'running' });
  });

  it('keeps the old value beside the problem when a refresh fails', () => {
    expect(failed(begun(arrived(7)), problem)).toEqual({ kind: 'ready', value: 7, refresh: problem });
  });

  it('has only the problem when there never was a value', () => {
    expect(failed({ kind: 'waiting' }, problem)).toEqual({ kind: 'failed', problem });
  });
});

describe('what was thrown, in words for a person', () => {
  it('a failed connection is not the fault of the page', () => {
    expect(asProblem(new TypeError('Failed to fetch')).code).toBe('offline');
  });

  it('a refusal stays what it is and knows its fields', () => {
    const refusal = new ApiProblem('refused', 'No.', { problems: [{ field: 'at', message: 'too late' }] });
    expect(asProblem(refusal).about('at')).toBe('too late');
    expect(asProblem(refusal).about('by')).toBeUndefined();
  });
});
