/** What every engine computes, by name: `revenue 2026-03 jada direct`, `income 2026-03 4010`, `trial 1010`, `aging qos 31-60`. */
export type Figures = Map<string, number>;

/** One line for each figure that is not zero, sorted: two engines agree when their texts are the same. */
export function canonicalText(figures: ReadonlyMap<string, number>): string {
  return [...figures]
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `${name} ${value}\n`)
    .sort()
    .join('');
}

/** The figures of one kind, as lines without its name: `1010 12345` of `trial`, `2026-03 4010 12345` of `income`. */
export function linesOf(kind: string, figures: ReadonlyMap<string, number>): string {
  const all = canonicalText(figures).split('\n');
  return all.flatMap((line) => (line.startsWith(`${kind} `) ? [`${line.slice(kind.length + 1)}\n`] : [])).join('');
}

/** Adds to a figure. */
export function counted(figures: Figures, name: string, by: number): void {
  figures.set(name, (figures.get(name) ?? 0) + by);
}

/** Which column of an aging report something owed since a day stands in, as of another day; both days since 1970. */
export function ageBucket(sinceDay: number, asOfDay: number): string {
  const days = asOfDay - sinceDay;
  if (days <= 30) return '0-30';
  if (days <= 60) return '31-60';
  return days <= 90 ? '61-90' : '91-';
}

/** A day counted from 1970. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** What follows from the sums alone, the same for everybody: cost of a new customer by channel, and break-even. */
export function derived(figures: Figures, contribution: number, performed: number, fixedCents: number): void {
  const fresh = new Map<string, number>();
  for (const [name, value] of figures) {
    const [kind = '', , , channel = ''] = name.split(' ');
    if (kind === 'new-customers') fresh.set(channel, (fresh.get(channel) ?? 0) + value);
  }
  for (const [channel, customers] of fresh) {
    const spent = figures.get(`ad-spend ${channel}`) ?? 0;
    figures.set(`cost-of-customer ${channel}`, Math.floor(spent / customers));
  }
  figures.set('break-even', contribution > 0 ? Math.ceil((fixedCents * performed) / contribution) : 0);
}
