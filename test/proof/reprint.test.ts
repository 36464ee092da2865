import { beforeAll, describe, expect, it } from 'vitest';
import { manifestsIn } from '../../scripts/verify/archive-check.ts';
import { issueName, reprinter } from '../../scripts/verify/reprint-check.ts';
import type { Manifest } from '../../shared/reports/manifest.ts';
import { aPast, evidenceOf } from './a-past.ts';

let bytes: ReadonlyMap<string, Uint8Array>;
let manifests: readonly Manifest[];
beforeAll(async () => {
  const past = await aPast();
  bytes = past.bytes();
  manifests = manifestsIn(evidenceOf(past.lines(), bytes)).map(withoutPage);
}, 120_000);

/** A past in memory draws no charts into its pages; those of a whole stack are printed again beside it. */
function withoutPage({ files: { html: _page, ...files }, ...manifest }: Manifest): Manifest {
  return { ...manifest, files };
}

const read = async (key: string) => bytes.get(key);
const named = (name: string): Manifest => manifests.find((one) => issueName(one) === name) as Manifest;
const ceo = () => named('monthly.2026-10/group/ceo-report');

describe('an issue printed again from its records', () => {
  it('is the archived one byte for byte, every one of them, also where it was held against another', async () => {
    const reprint = reprinter(read, '2.0.0');
    for (const manifest of manifests)
      expect([issueName(manifest), await reprint(manifest)]).toEqual([issueName(manifest), { outcome: 'same' }]);
    expect(manifests).toHaveLength(15);
    expect(manifests.filter(({ printedWith }) => printedWith.isCompared)).toHaveLength(2);
  });

  it.each([
    ['differs when its own version prints other bytes', '2.0.0', '2.0.0', {}, 'differs'],
    ['is not comparable when another version printed it', '1.0.0', '2.0.0', {}, 'other-version'],
    ['is not comparable when its version names no code', 'local', 'local', {}, 'other-version'],
    ['is not comparable where an earlier attempt printed it', '2.0.0', '2.0.0', { isEarlier: true }, 'other-version'],
  ] as const)('%s', async (_, version, now, mark, outcome) => {
    const { files, ...manifest } = ceo();
    const txt = { ...files['txt'], digest: '0'.repeat(64), ...mark } as Manifest['files'][string];
    expect(await reprinter(read, now)({ ...manifest, version, files: { ...files, txt } })).toMatchObject({ outcome });
  });

  it('differs when it is printed on other paper', async () => {
    const { printedWith, ...manifest } = ceo();
    const other = {
      ...manifest,
      version: '2.0.0',
      printedWith: { ...printedWith, company: 'Somebody Else', letterhead: { companyName: 'Somebody Else' } },
    };
    expect((await reprinter(read, '2.0.0')(other)).outcome).toBe('differs');
  });

  it('cannot be made of records that were changed, and says which', async () => {
    const { snapshot } = ceo();
    const changed = async (key: string) => (key === snapshot.key ? new TextEncoder().encode('{}') : bytes.get(key));
    expect(await reprinter(changed, '2.0.0')(ceo())).toEqual({
      outcome: 'differs',
      because: `${snapshot.key} is not as it was archived`,
    });
  });
});
