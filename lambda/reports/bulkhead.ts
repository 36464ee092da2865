/** The first thing that went wrong among several that went on all the same. */
export interface Trouble {
  readonly error: unknown;
}

/** Does something for each, whatever becomes of the others, one after the other. Answers the first error, when all had their turn. */
export async function firstTrouble<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<Trouble | undefined> {
  let first: Trouble | undefined;
  for (const one of all) {
    try {
      await work(one);
    } catch (error) {
      first ??= { error };
    }
  }
  return first;
}

/** The same. @throws the first error, when all had their turn. */
export async function eachOnItsOwn<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const trouble = await firstTrouble(all, work);
  if (trouble) throw trouble.error;
}
