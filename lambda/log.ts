/** One step, as one line of JSON. Ids, counts and marks only: no address, token, body or secret. */
export type Log = (step: string, fields?: Readonly<Record<string, string | number | boolean | undefined>>) => void;

/** A log that writes lines to standard output, where Lambda picks them up. Fields are cut at 8 kB; none takes the place of the time or the step. */
export function lineLog(write: (line: string) => void, microseconds: () => string): Log {
  return (step, fields = {}) => {
    const cut = Object.entries(fields)
      .filter(([name]) => name !== 'at' && name !== 'step')
      .map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 8_192) : value] as const);
    write(JSON.stringify({ at: microseconds(), step, ...Object.fromEntries(cut) }));
  };
}
