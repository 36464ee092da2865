import { orThrow } from '../../shared/kernel/fault.ts';
import { charterCancelled } from '../../shared/ledger/cancellation.ts';
import { entryId } from '../../shared/ledger/entry.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { otaCharterPerformed } from '../../shared/ledger/ota.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import type { Effect } from '../../shared/operations/move.ts';
import type { Charter, CharterFile } from '../../shared/records/charter.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { Channel } from '../../shared/records/marketing.ts';
import type { CompletionWrites } from '../reports/door.ts';
import { readCharterFile } from '../stores/charter-store.ts';
import { customerWrite, readCustomer } from '../stores/customer-store.ts';
import { readEntry } from '../stores/ledger-store.ts';
import { postingWrites } from '../stores/posting-writes.ts';
import type { Write } from '../stores/transaction.ts';
import { rebooking } from './charter-rebooking.ts';
import type { Asking, HostDeps } from './deps.ts';
import { requireOpenMonth } from './open-month.ts';

/** What a move writes beside the charter itself, and the report run it started, if any. */
export interface EffectWrites {
  readonly writes: readonly Write[];
  /** What of it was posted to the charter's books. */
  readonly postings: readonly Posting[];
  /** The run, whose writes stand apart because they may have to be asked for again. */
  readonly completion?: CompletionWrites;
}

/** The writes of everything a decision asks for, all to be stored in the transaction of the charter itself. */
export async function effectWrites(
  deps: HostDeps,
  asking: Asking,
  before: CharterFile,
  after: Charter,
  effects: readonly Effect[],
  channel: Channel,
): Promise<EffectWrites> {
  const file: CharterFile = { ...before, charter: after };
  const writes: Write[] = [];
  const postings: Posting[] = [];
  const elsewhere: Posting[] = [];
  let completion: CompletionWrites | undefined;
  for (const effect of effects) {
    if (effect === 'rebook') {
      const moved = await rebooking(deps, asking, before, after.rebookedTo ?? '');
      postings.push(...moved.out);
      elsewhere.push(...moved.into);
      writes.push(...moved.writes);
    } else if (effect === 'start-report-run') {
      completion = deps.reporting.charterCompleted(after, asking.user.id, asking.now);
    } else {
      const posted = await postedEffect(deps, asking, before, file, effect, channel);
      postings.push(posted.posting);
      writes.push(...posted.beside);
    }
  }
  const posted = [...postings, ...elsewhere];
  if (posted.length > 0) await requireOpenMonth(deps, posted, 'to');
  writes.push(...postingWrites(deps.tables, posted));
  return { writes, postings, ...(completion ? { completion } : {}) };
}

/** One posting, and what is written beside it. */
interface PostedEffect {
  readonly posting: Posting;
  readonly beside: readonly Write[];
}

async function postedEffect(
  deps: HostDeps,
  asking: Asking,
  before: CharterFile,
  file: CharterFile,
  effect: Exclude<Effect, 'rebook' | 'start-report-run'>,
  channel: Channel,
): Promise<PostedEffect> {
  const context = { postedAt: asking.now, postedBy: asking.user.id };
  const posted = (entry: JournalEntry, ...beside: readonly Write[]): PostedEffect => ({
    posting: postingOf(entry),
    beside,
  });
  switch (effect) {
    case 'book': {
      const customer = await readCustomer(deps.tables, file.charter.customerId);
      const isNew = customer !== undefined && customer.firstBookedOn === undefined;
      const { rebookedFrom } = file.charter;
      const moved = rebookedFrom === undefined ? undefined : await readCharterFile(deps.tables, rebookedFrom);
      const known = { isNew, ...(moved?.charter.lifecycle === 'rescheduled' ? { movedFrom: moved.charter } : {}) };
      const entry = orThrow(charterBooked(file.charter, known, context));
      const { bookedOn, channelId } = file.charter;
      const first =
        isNew && bookedOn !== undefined
          ? { ...customer, firstBookedOn: bookedOn, firstChannelId: channelId }
          : undefined;
      return posted(entry, ...(first ? [customerWrite(deps.tables, first)] : []));
    }
    case 'recognise-revenue':
      return posted(
        orThrow(channel.collects ? otaCharterPerformed(file, channel, context) : charterPerformed(file, context)),
      );
    case 'reverse-revenue':
      return posted(orThrow(reversal(await performanceOf(deps, before.charter), before, context)));
    case 'cancel':
      return posted(orThrow(charterCancelled(file, context)));
  }
}

/** The entry that recognised a completed charter's revenue. @throws Error when the books do not hold it. */
async function performanceOf(deps: HostDeps, charter: Charter): Promise<JournalEntry> {
  const { performedOn, entityId } = charter;
  const id = entryId(charter.id, 'performed', charter.completionSeq);
  const entry =
    performedOn === undefined ? undefined : await readEntry(deps.tables, { entityId, businessOn: performedOn, id });
  if (!entry) throw new Error(`the books hold no performance ${id}`);
  return entry;
}
