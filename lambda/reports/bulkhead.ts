/** Does something for each, whatever becomes of the others, one after the other. @throws the first error, once all had their turn. */
export async function eachOnItsOwn<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  let first: { readonly error: unknown } | undefined;
  for (const one of all) {
    try {
      await work(one);
    } catch (error) {
      first ??= { error };
    }
  }
  if (first) throw first.error;
}
