import { asSentence } from '../../shared/reports/render/as-sentence.ts';
import type { RunResponse } from '../../shared/wire/reports.ts';

type Issue = RunResponse['run']['issues'][number];

/**
 * Why a report could not be made, in words a reader has a use for. What is kept with the run is our own words or the kind of
 * error alone: its own may quote a record, and stand in the log.
 */
export function failureReason(kind: string): string {
  if (kind.includes(' ')) return kind;
  if (kind === 'Error') return 'one of its own checks did not hold';
  if (kind === 'RangeError') return `it met a value it cannot work with (${kind})`;
  if (kind === 'TypeError') return `a record is not as it expects (${kind})`;
  return `it stopped with an error (${kind})`;
}

/** That a report could not be made, why, and what happens next; nothing where nothing failed. */
export function failureWords({ failure, state, report }: Issue): string | undefined {
  if (failure === undefined) return undefined;
  const because = failureReason(failure);
  if (state !== 'failed') return `This report could not be made yet: ${because}. It is tried again by itself.`;
  const anew = report === 'charter-debrief' ? 'completing the charter again' : '“Run now”';
  return `This report could not be made: ${because}. It is not mailed, and not tried again by itself. The cause stands in the log of the system under this run; once it is mended, ${anew} makes the report anew.`;
}

/** What stands in a mail's way as a sentence; a bare name of an error is said to be one. */
export function problemWords(problem: string): string {
  return asSentence(problem.includes(' ') ? problem : `The system calls it ${problem}`);
}
