import { createHash } from 'node:crypto';
import { canonicalText, trialOf } from './canonical.ts';
import { ENGINES } from './engines.ts';

/** One engine in a process of its own: the digest of its text, or of nothing for a floor, and its peak memory. */
const [engine = '', file = '', asOf = ''] = process.argv.slice(2);
const figures = await ENGINES[engine]?.(file, asOf);
if (figures === undefined) throw new Error(`there is no engine ${engine}`);
const digest = figures.size === 0 ? '' : createHash('sha256').update(canonicalText(figures)).digest('hex');
const peakMb = process.resourceUsage().maxRSS / 1_000;
process.stdout.write(JSON.stringify({ digest, trial: trialOf(figures), peakMb }));
