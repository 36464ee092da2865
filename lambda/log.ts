import { embeddedMetrics } from './log-metrics.ts';

/** One step, as one line of JSON. Ids, counts and marks only: no address, token, body or secret. */
export type Log = (step: string, fields?: Readonly<Record<string, string | number | boolean | undefined>>) => void;

/** What a line says of itself; no field takes its place. */
const OWN = ['at', 'step', '_aws', 'FunctionName'];

/**
 * A log that writes lines to standard output, where Lambda picks them up. Fields are cut at 8 kB; none takes the place of
 * the time or the step. In the cloud, where the function has a name, lines that count something carry the count.
 */
export function lineLog(write: (line: string) => void, microseconds: () => string, functionName?: string): Log {
  return (step, fields = {}) => {
    const at = microseconds();
    const cut = Object.entries(fields)
      .filter(([name]) => !OWN.includes(name))
      .map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 8_192) : value] as const);
    const counted = functionName === undefined ? {} : embeddedMetrics(step, fields, at, functionName);
    write(JSON.stringify({ at, step, ...Object.fromEntries(cut), ...counted }));
  };
}
