import type { LocalDate } from '../../shared/kernel/calendar.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { Channel } from '../../shared/records/marketing.ts';
import type { Booking, CharterParts } from './charter-files.ts';
import type { CharterLedger, MoneyEvent, MoneyRecord } from './charter-ledger.ts';
import type { PlannedDay } from './demand.ts';
import type { SamplePeople } from './people.ts';
import type { SeededRandom } from './seeded-random.ts';

/** One charter as the sample holds it: its file, and the money records and entries its balances come from. */
export interface SampleCharter {
  readonly file: CharterFile;
  readonly moneyRecords: readonly MoneyRecord[];
  readonly entries: readonly JournalEntry[];
}

/** A planned day with when and through which channel it was booked. */
export interface Draft extends PlannedDay {
  readonly name: string;
  readonly bookedOn: LocalDate;
  readonly channelId: string;
  readonly random: SeededRandom;
}

/** What a few charters have that the others do not. */
export type Oddity = 'refund-after-performance' | 'overpaid' | 'late-payout' | 'incident';

/** A charter about to be told: who booked what, what was planned for it, and what is odd about it. */
export interface Tale {
  readonly booking: Booking;
  readonly plan: PlannedDay;
  readonly channel: Channel;
  readonly parts: CharterParts;
  readonly people: SamplePeople;
  readonly random: SeededRandom;
  readonly oddity: Oddity | undefined;
}

/** What happens to a charter: the events of its money, and its parts once all of them that are due have happened. */
export interface Story {
  readonly events: readonly MoneyEvent[];
  readonly ending: (ledger: CharterLedger) => CharterParts;
}
