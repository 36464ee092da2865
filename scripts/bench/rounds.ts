/** Somebody in a race: a name and one go. */
export interface Runner {
  readonly name: string;
  /** One go, answering milliseconds. */
  go(): Promise<number>;
}

/**
 * The median milliseconds of each runner over interleaved rounds (A B C, A B C …), so that a busy moment of the machine
 * slows everybody. One round before the first is not counted: it warms the disk.
 */
export async function raced(runners: readonly Runner[], rounds: number): Promise<ReadonlyMap<string, number>> {
  const times = new Map(runners.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, go } of runners) {
      const ms = await go();
      if (round > 0) times.get(name)?.push(ms);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

/** The middle value; between the two middle ones of an even number. @throws RangeError of nothing. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
