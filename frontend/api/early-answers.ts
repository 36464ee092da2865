/** Where `early.ts`, which runs before everything else, leaves the requests it began. */
interface Begun {
  readonly sccBegun?: Map<string, Promise<Response>>;
}

/** The answer to a request that was begun early; nothing when there is none or it has been taken. */
export function begunEarly(address: string): Promise<Response> | undefined {
  const { sccBegun } = globalThis as Begun;
  const found = sccBegun?.get(address);
  sccBegun?.delete(address);
  return found;
}
