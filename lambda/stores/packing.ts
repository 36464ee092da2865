/** What is kept compressed: JSON as brotli. What packs and unpacks it loads when first needed, and no start waits for it. */

/** A value as it is kept. */
export async function packed(value: unknown): Promise<Uint8Array> {
  const { brotliCompress, constants } = await import('node:zlib');
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
  return answered((done) => brotliCompress(JSON.stringify(value), { params }, done));
}

/** The JSON of what was kept. */
export async function unpackedText(body: Uint8Array): Promise<string> {
  const { brotliDecompress } = await import('node:zlib');
  return String(await answered((done) => brotliDecompress(body, done)));
}

/** The value that was kept. */
export async function unpacked<T>(body: Uint8Array): Promise<T> {
  return JSON.parse(await unpackedText(body)) as T;
}

/** Small enough for one read of most companies, at a tenth of the time the last step would take. */
const QUALITY = 9;

type Done = (error: Error | null, result: Uint8Array) => void;

function answered(work: (done: Done) => void): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    work((error, result) => (error ? reject(error) : resolve(result)));
  });
}
