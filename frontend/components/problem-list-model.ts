import type { Problem } from '../../shared/kernel/fault.ts';

/** A reason with the thing it is about in words; without it where the field says nothing to a person. */
export interface ReasonLine {
  readonly about?: string;
  readonly message: string;
}

/** Every reason once, in the order given. */
export function reasonLines(problems: readonly Problem[]): readonly ReasonLine[] {
  const seen = new Set<string>();
  return problems.flatMap(({ field, message }) => {
    const key = `${field}\n${message}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const about = fieldWords(field);
    return [about === undefined ? { message } : { about, message }];
  });
}

/** What the server's field paths are about, in the words of the page's own headings. */
const TOPICS: Readonly<Record<string, string>> = {
  slots: 'Crew',
  checklist: 'Checklist',
  milestones: 'Timing',
  balances: 'Money',
  depositCents: 'Money',
  balanceDueOn: 'Money',
  payout: 'Money',
  waivers: 'Guests',
  waiver: 'Guests',
  checkIn: 'Guests',
  paxExpected: 'Guests',
  paxAboard: 'Guests aboard',
  paxAshore: 'Guests ashore',
  weather: 'Weather',
  vessel: 'Vessel',
  vesselId: 'Vessel',
  postCharterReport: "Captain's report",
  incidents: 'Incidents',
  lifecycle: 'State',
  actor: 'Who',
};

/** A field's path in words: paxAboard is pax aboard, checklist[2].value is checklist 3, value. */
export function fieldWords(field: string): string | undefined {
  if (field === '' || field === '(all)') return undefined;
  const topic = TOPICS[/^\w+/.exec(field)?.[0] ?? ''];
  if (topic !== undefined) return topic;
  const words = field
    .replace(/\[(\d+)\]/g, (_all, index: string) => ` ${Number(index) + 1}`)
    .split('.')
    .filter((part) => !/^[a-z]{2,5}_[0-9A-Z]/.test(part))
    .map((part) =>
      part
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replaceAll(/[_-]/g, ' ')
        .toLowerCase(),
    )
    .join(', ');
  return words === '' ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}
