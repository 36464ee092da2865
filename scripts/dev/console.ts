const plain = !process.stdout.isTTY || process.env['NO_COLOR'] !== undefined;

/** Text as the console shows it: coloured on a terminal, plain in a file. */
export const bold = (text: string): string => (plain ? text : `\u001b[1m${text}\u001b[22m`);
export const faint = (text: string): string => (plain ? text : `\u001b[2m${text}\u001b[22m`);

/** One line for the person. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Shows how far some work is: rewritten in place on a terminal, printed at each tenth in a file. */
export function progressLine(): (done: number, total: number, what: string) => void {
  let shown = '';
  return (done, total, what) => {
    const tenth = `${what} ${total === 0 ? 10 : Math.floor((done / total) * 10)}`;
    if (tenth === shown) return;
    const isNext = !shown.startsWith(`${what} `);
    shown = tenth;
    const line = `  ${what}: ${done} of ${total}`;
    if (plain) say(line);
    else process.stdout.write(`${isNext ? '' : '\r'}${line}${done === total ? '\n' : ''}`);
  };
}
