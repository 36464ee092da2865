/** What is kept compressed: JSON as brotli. What packs and unpacks it loads when first needed, and no start waits for it. */

/** A value as it is kept. */
export async function packed(value: unknown): Promise<Uint8Array> {
  const { brotliCompress, constants, promisify } = await tools();
  return promisify(brotliCompress)(JSON.stringify(value), { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}

/** The JSON of what was kept. */
export async function unpackedText(body: Uint8Array): Promise<string> {
  const { brotliDecompress, promisify } = await tools();
  return String(await promisify(brotliDecompress)(body));
}

/** The value that was kept. */
export async function unpacked<T>(body: Uint8Array): Promise<T> {
  return JSON.parse(await unpackedText(body)) as T;
}

/** Small enough for one read of most companies, at a tenth of the time the last step would take. */
const QUALITY = 9;

async function tools() {
  const [zlib, { promisify }] = await Promise.all([import('node:zlib'), import('node:util')]);
  return { ...zlib, promisify };
}
