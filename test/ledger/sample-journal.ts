import { readFileSync } from 'node:fs';

export const SAMPLE = readFileSync(new URL('../golden/export-sample.journal', import.meta.url), 'utf8');

export interface SampleTransaction {
  readonly on: string;
  readonly id: string;
  readonly text: string;
  /** Cents by account name, in the order of the file. */
  readonly amounts: Readonly<Record<string, number>>;
}

/** The transactions of the hand-checked sample, read with nothing but the format's own rules. */
export function sampleTransactions(): SampleTransaction[] {
  return SAMPLE.split('\n\n')
    .map((block) => /^(\d{4}-\d\d-\d\d) \* \((.+?)\) (.*)\n([\s\S]*)$/.exec(block))
    .filter((found) => found !== null)
    .map(([, on, id, text, postings]) => ({
      on: on as string,
      id: id as string,
      text: text as string,
      amounts: Object.fromEntries(
        [...(postings as string).matchAll(/^ {4}(.+?) {2}USD (-?)(\d+)\.(\d\d)$/gm)].map(
          ([, account, sign, dollars, rest]) => [account, Number(`${sign}${dollars}${rest}`)],
        ),
      ),
    }));
}

/** The account names of the sample, by code. */
export function sampleAccounts(): Record<string, string> {
  return Object.fromEntries(
    [...SAMPLE.matchAll(/^account (.+)\n {4}; code:(\d{4})$/gm)].map(([, name, code]) => [code, name]),
  );
}
