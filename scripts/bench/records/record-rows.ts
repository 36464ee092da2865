import { version } from '@duckdb/node-api';
import type { Row } from '../table.ts';
import { ratioRow } from '../table.ts';
import { PROGRAMS } from './programs.ts';
import { versionOf } from './spent.ts';
import { SQLITE } from './sqlite.ts';

/** What one contender took, in the middle of so many rounds. */
export interface Taken {
  readonly ms: number;
  readonly peakMb: number;
  readonly rounds: number;
}
export type Times = ReadonlyMap<string, Taken>;

/** What all of them read. */
export interface Read {
  readonly records: number;
  readonly bytes: number;
  readonly seed: string;
}

/** From how many records on the targets of a million hold. */
const MANY = 1_000_000;
const PLAIN_TEXT = ['ledger', 'hledger', 'beancount'] as const;

/** The rows of M1: targets first, then what only informs. */
export function rowsOf(times: Times, read: Read): readonly Row[] {
  const name = `${read.records.toLocaleString('en-US')} records`;
  return [...targetRows(times, name, read.records >= MANY), ...peerRows(times, name, read)].map((row) => ({
    metric: 'M1',
    ...row,
  }));
}

type Told = Omit<Row, 'metric'>;

function targetRows(times: Times, name: string, isMany: boolean): readonly Told[] {
  const ours = times.get('ours') ?? NOTHING;
  const ahead = (peer: string, what: string) =>
    [times.get(peer)].flatMap((taken) =>
      taken ? [ratioRow('M1', `${name}: ours ÷ ${what} (${told(taken)})`, ours.ms / taken.ms, 1)] : [],
    );
  const parse = times.get('parse') ?? NOTHING;
  const floor = `${name}: ours (${told(ours)}) ÷ JSON.parse and drop (${told(parse)})`;
  const most = isMany ? 128 : 80;
  return [
    ratioRow('M1', floor, ours.ms / parse.ms, isMany ? 1.35 : 1.5),
    ...ahead('duckdb-json', 'DuckDB from the same JSON'),
    ...ahead('sqlite-json', 'SQLite from the same JSON'),
    ...ahead('naive', 'filter and reduce'),
    ...(isMany
      ? faster(times, name, fastest(times), 5)
      : [...faster(times, name, 'ledger', 2.5), ...faster(times, name, 'hledger', 15)]),
    {
      what: `${name}: ours, peak memory`,
      measured: `${ours.peakMb.toFixed(0)} MB`,
      target: { text: `≤ ${most} MB`, holds: ours.peakMb <= most },
    },
  ];
}

/** A program that keeps books held against ours, with both statements asked of it; and, stricter, with one alone. */
function faster(times: Times, name: string, peer: string, least: number): readonly Told[] {
  const [ours, trial, both] = [times.get('ours') ?? NOTHING, times.get(`${peer} trial`), bothOf(times, peer)];
  if (trial === undefined || both === undefined) return [];
  const timesOurs = ({ ms }: Taken) => (ms / ours.ms).toFixed(1);
  return [
    {
      what: `${name}: ${peer}, trial balance and monthly income statement (${told(both)}) ÷ ours, every figure`,
      measured: timesOurs(both),
      target: { text: `≥ ${least}`, holds: both.ms / ours.ms >= least },
    },
    {
      what: `${name}: stricter: ${peer}, trial balance alone (${told(trial)}) ÷ ours, every figure`,
      measured: timesOurs(trial),
    },
  ];
}

/** The two commands one after the other. */
function bothOf(times: Times, peer: string): Taken | undefined {
  const [trial, income] = [times.get(`${peer} trial`), times.get(`${peer} income`)];
  if (trial === undefined || income === undefined) return undefined;
  return {
    ms: trial.ms + income.ms,
    peakMb: Math.max(trial.peakMb, income.peakMb),
    rounds: Math.min(trial.rounds, income.rounds),
  };
}

function fastest(times: Times): string {
  const ms = (peer: string) => times.get(`${peer} trial`)?.ms ?? Number.POSITIVE_INFINITY;
  return [...PLAIN_TEXT].sort((a, b) => ms(a) - ms(b))[0] as string; // there are three
}

/** What only informs: floors, other forms, engines with a head start, the programs, and who could not be asked. */
function peerRows(times: Times, name: string, { bytes, seed }: Read): readonly Told[] {
  const row = (what: string, taken: Taken | undefined): Told => {
    const memory = taken === undefined || Number.isNaN(taken.peakMb) ? '' : `, ${taken.peakMb.toFixed(0)} MB`;
    return {
      what: `${name}: ${what}`,
      measured: taken ? `${told(taken)}${memory}` : 'absent: not installed',
    };
  };
  const sqlite = `SQLite ${versionOf(SQLITE)}`.trim();
  return [
    row(`read only, ${Math.round(bytes / 1e6)} MB of JSON, seed “${seed}”`, times.get('read')),
    row('JSON.parse and drop', times.get('parse')),
    row('ours from a table export in DynamoDB JSON', times.get('exported')),
    row('filter and reduce', times.get('naive')),
    ...FORMS.map(([form, words]) => row(`DuckDB ${DUCKDB} ${words}`, times.get(`duckdb-${form}`))),
    ...FORMS.map(([form, words]) => row(`${sqlite} ${words}`, times.get(`sqlite-${form}`))),
    ...PROGRAMS.map(({ name: peer, command }) => row(`${peer} ${versionOf(command)}`.trim(), bothOf(times, peer))),
  ];
}

const FORMS = [
  ['json', 'from JSON'],
  ['csv', 'from CSV'],
  ['native', 'from its own tables'],
] as const;
const DUCKDB = version().replace(/^v/, '');
const NOTHING: Taken = { ms: Number.NaN, peakMb: Number.NaN, rounds: 0 };

/** Seconds, and that they are of one round when they are. */
function told({ ms, rounds }: Taken): string {
  return `${(ms / 1_000).toFixed(2)} s${rounds === 1 ? ', one round' : ''}`;
}
