import { CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Cloud } from './cloud.ts';
import type { Page } from './pages.ts';
import { INDEX } from './pages.ts';
import type { Cargo } from './plan.ts';
import { invalidationPaths } from './plan.ts';

/** Pages that must be stored: those of which the bucket has nothing or something else. */
export function pagesToStore(cargo: Cargo, stored: ReadonlyMap<string, string>): Page[] {
  return cargo.pages.filter((page) => stored.get(page.key) !== page.tag);
}

/**
 * What can lie there before anybody asks for it: files whose names carry a digest. Those of earlier builds stay. A tab
 * that was opened before loads its panels from the build it began with, going back needs them, and they cost next to
 * nothing.
 */
export async function storeAhead(cloud: Cloud, cargo: Cargo, pages: readonly Page[]): Promise<void> {
  for (const page of pages.filter(({ hashed }) => hashed)) await store(cloud, cargo, page);
}

/** The switch: files that keep their names, the index last of all. */
export async function storeSwitch(cloud: Cloud, cargo: Cargo, pages: readonly Page[]): Promise<void> {
  const named = pages.filter(({ hashed }) => !hashed);
  for (const page of named.filter(({ key }) => key !== INDEX)) await store(cloud, cargo, page);
  for (const page of named.filter(({ key }) => key === INDEX)) await store(cloud, cargo, page);
}

/** Has the edge forget what kept its name. Each deployment asks anew: a repeated reference would be answered with an old one. */
export async function invalidate(cloud: Cloud, cargo: Cargo, reference: string): Promise<void> {
  const paths = invalidationPaths(cargo.pages);
  await cloud.cloudfront.send(
    new CreateInvalidationCommand({
      DistributionId: cargo.settings.distributionId,
      InvalidationBatch: { CallerReference: reference, Paths: { Quantity: paths.length, Items: paths } },
    }),
  );
}

async function store(cloud: Cloud, { settings }: Cargo, page: Page): Promise<void> {
  await cloud.s3.send(
    new PutObjectCommand({
      Bucket: settings.pagesBucket,
      Key: page.key,
      Body: page.bytes,
      ContentType: page.type,
      CacheControl: page.cacheControl,
      ChecksumAlgorithm: 'SHA256',
    }),
  );
}
