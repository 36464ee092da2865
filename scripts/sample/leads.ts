import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { firstDay, monthOf, monthsThrough, plusDays, plusMinutes } from '../../shared/kernel/calendar.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { basisPoints, cents } from '../../shared/kernel/money.ts';
import { leadReceived } from '../../shared/ledger/leads.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { Lead } from '../../shared/records/marketing.ts';
import { priceTotals } from '../../shared/records/pricing.ts';
import { nameOf } from './charter-files.ts';
import { familyName, personName } from './customers.ts';
import type { SampleDay } from './sample-day.ts';
import { firstMonth, openingDay, postingOn, stampAt, timeOn } from './sample-day.ts';
import type { SeededRandom } from './seeded-random.ts';
import { randomFor } from './seeded-random.ts';

const LOST_REASONS = ['price', 'no answer', 'chose another boat', 'date not free', 'party too large'] as const;
const LOST_PER_MONTH = 5;

/** Everyone who asked: half of those who booked directly, some who did not, and a few who have not decided. */
export function sampleLeads(day: SampleDay, charters: readonly Charter[]): Lead[] {
  const months = monthsThrough(firstMonth(day), monthOf(day.today));
  return [
    ...wonLeads(day, charters),
    ...months.flatMap((month) => lostLeads(day, month)),
    ...openLeads(day),
    ...marketplaceLeads(day),
    ...haulingLeads(day),
  ];
}

/** One memorandum entry for each. */
export function leadEntries(day: SampleDay, leads: readonly Lead[]): JournalEntry[] {
  return leads.map((lead) => orThrow(leadReceived(lead, postingOn(day, lead.askedOn))));
}

function wonLeads(day: SampleDay, charters: readonly Charter[]): Lead[] {
  return charters.flatMap((charter) => {
    const random = randomFor(`lead of ${charter.id}`);
    const { bookedOn, entityId, channelId, title } = charter;
    if (bookedOn === undefined || !random.chance(55)) return [];
    const wanted = plusDays(bookedOn, -random.int(1, 6));
    const askedOn = wanted < openingDay(day) ? openingDay(day) : wanted;
    const asked = { id: `lead_${nameOf(charter)}`, entityId, channelId, name: title.slice(title.indexOf(', ') + 2) };
    const days = { quotedOn: bookedOn < askedOn ? askedOn : bookedOn, wonOn: bookedOn < askedOn ? askedOn : bookedOn };
    const stage = { stage: 'won', probabilityBps: basisPoints(10_000), charterId: charter.id, ...days } as const;
    const expectedCents = priceTotals(charter.priceLines).netCents;
    return [lead(day, { ...asked, ...stage, askedOn, expectedCents }, random)];
  });
}

function lostLeads(day: SampleDay, month: Month): Lead[] {
  return Array.from({ length: LOST_PER_MONTH }, (_, i) => {
    const id = `lead_lost-${month}.${i + 1}`;
    const random = randomFor(id);
    const askedOn = plusDays(firstDay(month), random.int(0, 27));
    const outcome = { stage: 'lost', lostReason: random.pick(LOST_REASONS), probabilityBps: basisPoints(0) } as const;
    const quoted = i % 2 === 0 ? { quotedOn: plusDays(askedOn, 1) } : {};
    return lead(day, { id, ...whoAsks(random), ...outcome, ...quoted, askedOn }, random);
  }).filter(({ askedOn }) => askedOn <= plusDays(day.today, -6));
}

type OpenRow = readonly [daysAgo: number, stage: 'new' | 'contacted' | 'quoted', probability: number];

const OPEN: readonly OpenRow[] = [
  [0, 'new', 1_500],
  [2, 'new', 2_000],
  [3, 'contacted', 3_000],
  [5, 'contacted', 3_500],
  [6, 'quoted', 5_500],
  [9, 'quoted', 6_500],
];

function openLeads(day: SampleDay): Lead[] {
  return OPEN.map(([daysAgo, stage, probability], i) => {
    const id = `lead_open-${day.today}.${i + 1}`;
    const random = randomFor(id);
    const at = { askedOn: plusDays(day.today, -daysAgo), stage, probabilityBps: basisPoints(probability) };
    return lead(day, { id, ...whoAsks(random), ...at }, random);
  });
}

function whoAsks(random: SeededRandom) {
  const entityId = random.chance(60) ? 'jada' : 'qos';
  const name = `${familyName(personName(random))} party`;
  const expectedCents = cents(random.int(entityId === 'jada' ? 150 : 230, entityId === 'jada' ? 200 : 280) * 1_000);
  return { entityId, name, channelId: random.chance(70) ? 'direct' : 'referral', expectedCents };
}

/** Inquiries on the marketplace of the last weeks: two got an answer late and went elsewhere, four got none. */
function marketplaceLeads(day: SampleDay): Lead[] {
  return [3, 8, 11, 19, 33, 47].map((daysAgo, i) => {
    const id = `lead_marketplace-${i + 1}`;
    const random = randomFor(id);
    const isLost = daysAgo > 20;
    const outcome = isLost
      ? ({ stage: 'lost', lostReason: 'chose another boat', probabilityBps: basisPoints(0) } as const)
      : ({ stage: 'new', probabilityBps: basisPoints(1_000) } as const);
    const asked = { ...whoAsks(random), entityId: 'jada', channelId: 'getmyboat', ...outcome };
    const made = lead(day, { id, ...asked, askedOn: plusDays(day.today, -daysAgo) }, random);
    return isLost ? { ...made, firstResponseAt: plusMinutes(made.askedAt, 1_460 + 35 * i) } : made;
  });
}

const HAULING_PER_MONTH = 6;

/** Who asked the hauling business: half of them book the same week. */
function haulingLeads(day: SampleDay): Lead[] {
  const months = monthsThrough(firstMonth(day), monthOf(day.today));
  return months
    .flatMap((month) =>
      Array.from({ length: HAULING_PER_MONTH }, (_, i) => {
        const id = `lead_hauling-${month}.${i + 1}`;
        const random = randomFor(id);
        const askedOn = plusDays(firstDay(month), random.int(0, 24));
        const won = {
          stage: 'won',
          probabilityBps: basisPoints(10_000),
          quotedOn: askedOn,
          wonOn: plusDays(askedOn, 2),
        } as const;
        const lost = { stage: 'lost', lostReason: 'price', probabilityBps: basisPoints(0), quotedOn: askedOn } as const;
        const asked = {
          id,
          entityId: 'qdn',
          channelId: 'local-search',
          name: `${familyName(personName(random))} clear-out`,
        };
        return lead(day, { ...asked, expectedCents: cents(19_000), ...(i % 2 === 0 ? won : lost), askedOn }, random);
      }),
    )
    .filter(({ askedOn }) => askedOn <= plusDays(day.today, -6));
}

/** Answered within three hours, unless it is new. */
function lead(
  day: SampleDay,
  given: Omit<Lead, 'askedAt' | 'firstResponseAt' | keyof ReturnType<typeof stampAt>> & { readonly askedOn: LocalDate },
  random: SeededRandom,
): Lead & Required<Pick<Lead, 'askedAt'>> {
  const wanted = timeOn(day, given.askedOn, `${String(random.int(8, 18)).padStart(2, '0')}:15`);
  const { createdAt: askedAt } = stampAt(day, wanted);
  const answeredAt = plusMinutes(askedAt, random.int(5, 170));
  const isAnswered = given.stage !== 'new' && answeredAt <= day.now;
  return { ...given, askedAt, ...(isAnswered ? { firstResponseAt: answeredAt } : {}), ...stampAt(day, askedAt) };
}
