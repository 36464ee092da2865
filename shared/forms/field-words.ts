import type { FieldShape } from '../records/form.ts';

/** Names of fields whose words do not follow from them. */
const WORDS: Readonly<Record<string, string>> = {
  id: 'Short name',
  entityId: 'Business',
  entityIds: 'Businesses',
  otherEntityId: 'Other business',
  cents: 'Amount',
  centsPerMonth: 'A month',
  centsPerInterval: 'Price',
  shareBps: 'Share',
  retainBps: 'Kept',
  taxForm: 'Tax form',
  maxPax: 'Passengers at most',
  officialNo: 'Official number',
  outOfService: 'Days out of service',
  retiredOn: 'No longer ours from',
  reportable: 'Has to be reported to the Coast Guard',
  noticeAt: 'Coast Guard told at',
  filedOn: 'Form CG-2692 filed on',
  slotsPerDay: 'Charters a day at most',
  lengthFt: 'Length in feet',
  rebookedFrom: 'Takes the place of',
  turnaroundMin: 'Minutes between two charters',
  inspected: 'Inspected vessel (holds a certificate of inspection)',
  collects: 'The platform takes the guest’s money',
  revenueModel: 'We book',
  feeConfirmed: 'Commission confirmed by the platform',
  payoutLagDays: 'Days until it pays out',
  openingOrder: 'Place in the order platforms are opened',
  fiscalYearStartMonth: 'Month the business year begins (1 is January)',
  createdOn: 'In business since',
  on: 'Day',
  from: 'From',
  until: 'Until (not included)',
  feeCents: 'Kept by the processor',
  tipCents: 'Of it, tip',
  interestCents: 'Of it, interest',
  paidFrom: 'Paid from',
  what: 'What for',
  askedAt: 'Asked at',
  campaignId: 'Came from the mail campaign',
  marketingConsent: 'Agreed to get marketing mail',
  suppressedAt: 'No more marketing mail since',
  url: 'Web address',
  endedOn: 'Sold there until (not included)',
  issuedOn: 'Issued on',
  verifiedBy: 'Looked at by',
  askedOn: 'Day asked',
  expectedCents: 'Expected',
  probabilityBps: 'Chance',
  receivedCents: 'Received',
  w9OnFile: 'W-9 on file',
  is1099: 'Gets a 1099',
  ratingTenths: 'Stars',
  medianResponseMin: 'Usual minutes to a first answer',
  paxExpected: 'Passengers',
  day: 'Day it sails',
  time: 'Leaves at',
  durationMin: 'Length in hours',
  qty: 'Quantity',
  unitCents: 'Price each',
  isMinor: 'Under 18',
  text: 'What',
  priceLines: 'Price',
  depositCents: 'Deposit',
  guests: 'Guests known by name',
  documents: 'Papers with an end date',
  credentials: 'Licences and certificates',
  grants: 'Reports they may see',
  suspendedBecause: 'Mail stopped because',
  resumedBecause: 'Mail goes there again because',
  subscriptions: 'Reports they get by mail',
  cadence: 'How often',
  userId: 'Paid to',
  unit: 'Counted in',
  sent: 'Mails sent',
  size: 'Addresses',
  of: 'What',
  bouncesHard: 'Bounced for good',
  bouncesSoft: 'Bounced for now',
  unsubscribeHeader: 'Could be unsubscribed with one click',
  effortHours: 'Hours of work',
  value: 'Target',
};

/** What belongs to the unit, the type or our way of storing, and says nothing to whoever fills it in. */
const ENDINGS = /(Cents|Bps|Id|Ids|Key)$/;

/** A field in words: damageCents is Damage, coversUntil is Covers until. */
export function fieldWords(name: string): string {
  const known = WORDS[name];
  if (known !== undefined) return known;
  const plain = name.replace(ENDINGS, '').replace(/At$|On$/, (end) => (name.length > end.length + 2 ? end : ''));
  return sentence(plain.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase());
}

/** A choice in words: sched_c is Schedule C, past_due is Past due. */
export function choiceWords(value: string): string {
  return CHOICES[value] ?? sentence(value.replaceAll(/[_-]/g, ' '));
}

const CHOICES: Readonly<Record<string, string>> = {
  sched_c: 'Schedule C',
  '1120s': '1120-S',
  sched_e: 'Schedule E',
  direct_web: 'Our website',
  ota_boat: 'Boat platform',
  ota_tour: 'Tour platform',
  local_seo: 'Local search',
  gross: 'The guest’s price',
  net_rate: 'Our part of the price',
  charter: 'Charter',
  addon_taxable: 'Extra, taxable',
  addon_nontaxable: 'Extra, not taxable',
  ical: 'iCal',
  api: 'API',
  cents: 'Dollars',
  S: 'Small',
  M: 'Medium',
  L: 'Large',
  in: 'Into the business',
  out: 'Out of the business',
  admin: 'Office',
};

/** What helps with a field beside its label, where something does. */
export function fieldHint(name: string, shape: FieldShape): string | undefined {
  if (HINTS[name] !== undefined) return HINTS[name];
  switch (shape.type) {
    case 'money':
      return shape.onlyIf === undefined
        ? 'In dollars, such as 1,200.00'
        : 'Dollars, or a whole number of what is counted';
    case 'share':
      return 'In percent, such as 12.5';
    case 'slug':
      return 'Lower case, such as getmyboat; it stays for good';
    case 'list':
      return 'One per line';
    case 'rating':
      return 'From 1 to 5, such as 4.7';
    case 'instant':
      return 'Day and time here';
    default:
      return undefined;
  }
}

const HINTS: Readonly<Record<string, string>> = {
  maxPax: '6 for an uninspected vessel, else the number on the certificate',
  ownerRole: 'A role, such as CEO or Captain',
  probabilityBps: 'In percent: how likely it books',
  departurePort: 'Left empty: the vessel’s home port',
  returnPort: 'Left empty: where it left from',
  zone: 'Such as America/Los_Angeles',
  askedAt: 'Left empty where only the day is known',
  effort: 'Without it the action is not ranked in the agenda',
  impactCents: 'What doing it is worth in dollars, such as 1,200.00',
  userId: 'Left empty where the crew got it in one sum',
  marketingConsent: 'Left empty where they never did',
  url: 'Such as https://www.example.com/boats/jada',
  noticeAt: 'Due at once after a marine casualty',
  filedOn: 'Due within five days',
  credentials: 'Whoever commands a charter needs one of the type “captain license”, valid on its day',
  grants: 'Reports and businesses; a captain sees the debriefs of theirs anyway',
  documents: 'Without papers on file a vessel’s charters are not confirmed',
  durationMin: 'Such as 2.5 or 2:30',
  unitCents: 'In dollars; below zero for a discount',
};

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
