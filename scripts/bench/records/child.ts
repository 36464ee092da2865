import type { EngineName } from './engines.ts';
import { ENGINES } from './engines.ts';
import { saidBy } from './said.ts';

/** One engine in a process of its own: the digest of its text and its statements, none for a floor, and its peak memory. */
const [engine = '', file = '', asOf = ''] = process.argv.slice(2);
const figures = await ENGINES[engine as EngineName]?.(file, asOf);
if (figures === undefined) throw new Error(`there is no engine ${engine}`);
const peakMb = process.resourceUsage().maxRSS / 1_000;

const said = figures.size === 0 ? {} : saidBy(figures);
process.stdout.write(JSON.stringify({ said, peakMb }));
