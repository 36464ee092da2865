import type { CellReader } from './cell-text.ts';
import { dayText, dollars, oneWordOf, papersText, percentText, wholeNumber, words, yesOrNo } from './cell-text.ts';

/** The kinds of record a document can hold beside the entity itself. */
export const HANDOFF_KINDS = [
  'vessel',
  'channel',
  'asset',
  'equity-holding',
  'key-person',
  'service',
  'risk',
  'action',
] as const;
export type HandoffKind = (typeof HANDOFF_KINDS)[number];

/** A column of a table: the field it fills, and whether each row must say something in it. */
export interface Column {
  readonly title: string;
  readonly field: string;
  readonly read: CellReader;
  readonly required: boolean;
  readonly otherwise?: unknown;
}

/** A heading whose table is read, row by row, as records of one kind. */
export interface SectionKind {
  readonly heading: string;
  readonly kind: HandoffKind;
  /** What the ids of its records begin with; none where the id is the name itself. */
  readonly prefix?: string;
  /** The field that tells one row from another. */
  readonly key: string;
  readonly columns: readonly Column[];
}

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
const ASSET_KINDS = ['property', 'domain', 'function', 'bucket', 'table', 'distribution', 'account', 'brand', 'list'];
const CHANNEL_KINDS = ['direct_web', 'phone', 'referral', 'repeat', 'ota_boat', 'ota_tour'];
const OTHER_CHANNELS = ['local_seo', 'social', 'email', 'partner'];

function must(title: string, field: string, read: CellReader = words): Column {
  return { title, field, read, required: true };
}

function may(title: string, field: string, read: CellReader = words, otherwise?: unknown): Column {
  return { title, field, read, required: false, ...(otherwise === undefined ? {} : { otherwise }) };
}

const papers = may('Documents', 'documents', papersText, []);

/** Every heading whose table is read. Promises are a task list and have a file of their own. */
export const TABLE_SECTIONS: readonly SectionKind[] = [
  {
    heading: 'Vessels',
    kind: 'vessel',
    prefix: 'ves',
    key: 'name',
    columns: [
      must('Vessel', 'name'),
      must('Type', 'type'),
      must('Length in feet', 'lengthFt', wholeNumber),
      must('Passengers', 'maxPax', wholeNumber),
      must('Inspected', 'inspected', yesOrNo),
      must('Home port', 'homePort'),
      must('Turnaround in minutes', 'turnaroundMin', wholeNumber),
      may('Owner', 'ownerRole'),
      may('Value', 'valueCents', dollars),
      papers,
    ],
  },
  {
    heading: 'Channels',
    kind: 'channel',
    key: 'name',
    columns: [
      must('Channel', 'name'),
      must('Kind', 'kind', oneWordOf([...CHANNEL_KINDS, ...OTHER_CHANNELS])),
      must('Takes the money', 'collects', yesOrNo),
      must('We book', 'revenueModel', oneWordOf(['gross', 'net_rate'])),
      must('Commission', 'commissionBps', percentText),
      must('Confirmed', 'feeConfirmed', yesOrNo),
      must('Pays out after days', 'payoutLagDays', wholeNumber),
    ],
  },
  {
    heading: 'Assets',
    kind: 'asset',
    prefix: 'ast',
    key: 'name',
    columns: [
      must('Asset', 'name'),
      must('Kind', 'kind', oneWordOf(ASSET_KINDS)),
      must('Owner', 'ownerRole'),
      may('Value', 'valueCents', dollars),
      papers,
    ],
  },
  {
    heading: 'Equity',
    kind: 'equity-holding',
    prefix: 'eqh',
    key: 'holder',
    columns: [
      must('Holder', 'holder'),
      must('Share', 'shareBps', percentText),
      must('Agreement on file', 'agreementOnFile', yesOrNo),
      may('Vesting and risk', 'note'),
    ],
  },
  {
    heading: 'Key people',
    kind: 'key-person',
    prefix: 'key',
    key: 'role',
    columns: [
      must('Role', 'role'),
      must('Handoff on file', 'handoffOnFile', yesOrNo),
      may('Transition', 'transitionOn', dayText),
      may('Successor', 'successor'),
    ],
  },
  {
    heading: 'Services',
    kind: 'service',
    prefix: 'srv',
    key: 'name',
    columns: [must('Service', 'name'), must('Where', 'place'), may('Owner', 'ownerRole')],
  },
  {
    heading: 'Risks',
    kind: 'risk',
    prefix: 'rsk',
    key: 'title',
    columns: [
      must('Risk', 'title'),
      must('Severity', 'severity', oneWordOf(SEVERITIES)),
      must('Owner', 'ownerRole'),
      may('Due', 'dueOn', dayText),
    ],
  },
];

export const PROMISES = 'Promises';

/** Every heading that is read, in the order the documents have them. */
export const HEADINGS: readonly string[] = [...TABLE_SECTIONS.map(({ heading }) => heading), PROMISES];

/** How the severity of a promise is written: !high. */
export const PROMISE_SEVERITIES: readonly string[] = SEVERITIES;
