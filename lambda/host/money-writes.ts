import type { Problem, Result } from '../../shared/kernel/fault.ts';
import type { PostingContext } from '../../shared/ledger/entry.ts';
import type { MoneyBooks, MoneyStanding, MoneyTakenBack, RegisterChange } from '../../shared/ledger/money-posting.ts';
import { MONEY_POSTINGS } from '../../shared/ledger/money-posting.ts';
import { balancesAfter } from '../../shared/ledger/open-charter.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { MoneyKind, MoneyOf } from '../../shared/records/money-registry.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import type { StoredCharterFile } from '../stores/charter-store.ts';
import { charterWrites } from '../stores/charter-store.ts';
import type { MoneyNotes } from '../stores/money-store.ts';
import { openCharterWrite } from '../stores/open-charter-store.ts';
import { postingWrites } from '../stores/posting-writes.ts';
import { readRegister, registerWrite } from '../stores/register-store.ts';
import type { Write } from '../stores/transaction.ts';
import type { Asking, HostDeps } from './deps.ts';
import type { MoneyContext } from './money-service.ts';

/** A record that is being posted or withdrawn. */
export interface MoneyStep {
  readonly kind: MoneyKind;
  readonly record: MoneyOf<MoneyKind>;
  readonly isWithdrawn: boolean;
}

/** The entries a record of money becomes, or every reason why not. */
export function entriesOf(
  kind: MoneyKind,
  record: MoneyOf<MoneyKind>,
  books: MoneyBooks,
  asking: Asking,
): Result<readonly JournalEntry[]> {
  return postingFor(kind).entries(record, books, { postedAt: asking.now, postedBy: asking.user.id });
}

/** What is wrong with taking a record of a kind back, told from its subject's books as that would leave them. */
export function takenBackProblems(
  { kind, record }: Pick<MoneyStep, 'kind' | 'record'>,
  left: SubjectBalances,
  isReplaced: boolean,
  { subject, terms }: Pick<MoneyBooks, 'subject' | 'terms'>,
): readonly Problem[] {
  return postingFor(kind).takenBack?.(left, isReplaced, { record, terms, subject }) ?? [];
}

/** What is noted about a record by the entries it became: its own, and a second one, be it in another business's books. */
export function postedNotes([own, other]: readonly JournalEntry[]): MoneyNotes {
  if (own === undefined) throw new RangeError('expected at least one entry');
  return { entry: own.id, ...(other ? { also: { entityId: other.entityId, entry: other.id } } : {}) };
}

/**
 * The writes of some postings about one charter or subject: the entries with their balances, the charter's new version
 * and its place on the list of those not settled, and what the steps keep beside the books.
 */
export async function bookWrites(
  deps: HostDeps,
  asking: Asking,
  { file, subject, books }: MoneyContext,
  postings: readonly Posting[],
  steps: readonly MoneyStep[],
): Promise<Write[]> {
  const after = subjectAfter(subject?.balances ?? {}, postings);
  return [
    ...postingWrites(deps.tables, postings, subject ? [subject] : []),
    ...(file ? charterMoneyWrites(deps, asking, { ...file, balances: balancesAfter(file.balances, postings) }) : []),
    ...(await besideWrites(deps, asking, steps, books, after)),
  ];
}

/** The writes that go with money about a charter that was read, given its balances as they are then. */
export function charterMoneyWrites(
  deps: HostDeps,
  asking: Asking,
  { charter, balances }: Pick<StoredCharterFile, 'charter' | 'balances'>,
): Write[] {
  const changed = { ...charter, updatedAt: asking.now };
  return [...charterWrites(deps.tables, charter, changed), openCharterWrite(deps.tables, changed, balances)];
}

async function besideWrites(
  deps: HostDeps,
  asking: Asking,
  steps: readonly MoneyStep[],
  books: MoneyBooks,
  subject: SubjectBalances,
): Promise<Write[]> {
  const last = new Map<string, Promise<Write>>();
  let standing: Standing = { ...books, subject };
  for (const step of steps) {
    const { changes, terms: agreed } = stepTaken(step, standing, asking);
    for (const change of changes) {
      const decidedOn = change.kind === termsKind(step.kind) ? books.terms : billedBefore(books, change);
      last.set(`${change.kind} ${change.record.id}`, changeWrite(deps, change, decidedOn));
    }
    standing = { ...standing, terms: agreed };
  }
  return Promise.all(last.values());
}

/** What a step finds: what the books hold for its subject, what is agreed about it, and what it bills. */
type Standing = Pick<MoneyBooks, 'subject' | 'terms' | 'billed'>;

/** What a step keeps beside the books, and what is agreed about its subject from then on. */
export function stepTaken(
  { kind, record, isWithdrawn }: MoneyStep,
  standing: Standing,
  asking: Asking,
): { readonly changes: readonly RegisterChange[]; readonly terms: unknown } {
  const context = { postedAt: asking.now, postedBy: asking.user.id };
  const changes = postingFor(kind).beside?.(record, { ...standing, isWithdrawn }, context) ?? [];
  const agreed = changes.find((change) => change.kind === termsKind(kind));
  return { changes, terms: agreed?.record ?? standing.terms };
}

/**
 * The change over the version it was decided on, so that what somebody changed meanwhile is never overwritten; a record
 * that nothing was decided on is written over whatever is stored.
 */
async function changeWrite(deps: HostDeps, { kind, record }: RegisterChange, decidedOn: unknown): Promise<Write> {
  const { entityId = 'company' } = record as { readonly entityId?: string };
  const seen = decidedOn ?? (await readRegister(deps.tables, kind, entityId, record.id));
  const { version = 0 } = (seen ?? {}) as { readonly version?: number };
  return registerWrite(deps.tables, kind, { ...record, version: version + 1 });
}

/** The work or cost an invoice was decided on, before this changes it. */
function billedBefore({ billed }: MoneyBooks, { record }: RegisterChange): unknown {
  return [...(billed?.work ?? []), ...(billed?.costs ?? [])].find(({ id }) => id === record.id);
}

/** The register that holds what was agreed about the subjects of a kind. */
function termsKind(kind: MoneyKind): RecordKind | undefined {
  return (MONEY[kind] as { readonly terms?: RecordKind }).terms;
}

/** How some kind is posted, to a caller who holds a record of that kind without knowing which it is. */
interface AnyPosting {
  readonly entries: (
    record: MoneyOf<MoneyKind>,
    books: MoneyBooks,
    context: PostingContext,
  ) => Result<readonly JournalEntry[]>;
  readonly beside?: (
    record: MoneyOf<MoneyKind>,
    standing: MoneyStanding,
    context: PostingContext,
  ) => readonly RegisterChange[];
  readonly takenBack?: (
    subject: SubjectBalances,
    isReplaced: boolean,
    was: MoneyTakenBack<MoneyOf<MoneyKind>, unknown>,
  ) => readonly Problem[];
}

function postingFor(kind: MoneyKind): AnyPosting {
  return MONEY_POSTINGS[kind] as unknown as AnyPosting; // the registry pairs every kind with its own record and terms
}
