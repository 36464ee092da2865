import { createHash } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';

/** An object as it lies in the archive. */
export interface Archived {
  readonly key: string;
  readonly digest: string;
  /** Whether it lay there already; then the digest is that of the earlier bytes. */
  readonly existed: boolean;
}

/** The archive: written once, never over, read by key. */
export interface Archive {
  putOnce(
    key: string,
    body: Uint8Array | string,
    contentType: string,
    tags: Readonly<Record<string, string>>,
  ): Promise<Archived>;
  /** The bytes, or nothing when there is no such object. */
  get(key: string): Promise<Uint8Array | undefined>;
}

export interface S3Settings {
  readonly region: string;
  readonly bucket: string;
  readonly endpoint?: string;
}

/** SHA-256 as everywhere else, by the platform's own code: a run archives megabytes, and pure code takes ten times as long. */
function digestOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What an archive needs of S3's client. */
export type S3Connection = Pick<S3Client, 'send'>;

/** The archive in S3. Every write carries If-None-Match, so the first writer wins and nobody overwrites. */
export function s3Archive(
  settings: S3Settings,
  connect: () => Promise<S3Connection> = () => s3Client(settings),
): Archive {
  let client: Promise<S3Connection> | undefined;
  const connected = () => {
    client ??= connect();
    return client;
  };

  const get = async (key: string) => {
    const { GetObjectCommand, NoSuchKey } = await import('@aws-sdk/client-s3');
    try {
      const found = await (await connected()).send(new GetObjectCommand({ Bucket: settings.bucket, Key: key }));
      return await found.Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };

  return {
    get,
    async putOnce(key, body, contentType, tags) {
      const { PutObjectCommand } = await import('@aws-sdk/client-s3');
      try {
        await (await connected()).send(
          new PutObjectCommand({
            Bucket: settings.bucket,
            Key: key,
            Body: body,
            ContentType: contentType,
            IfNoneMatch: '*',
            ChecksumAlgorithm: 'SHA256',
            Tagging: new URLSearchParams(tags).toString(),
          }),
        );
        return { key, digest: digestOf(body), existed: false };
      } catch (error) {
        if (!isPreconditionFailed(error)) throw error;
        const earlier = await get(key);
        if (!earlier) throw error;
        return { key, digest: digestOf(earlier), existed: true };
      }
    },
  };
}

async function s3Client(settings: S3Settings): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3');
  return new S3Client({
    region: settings.region,
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: 5_000,
      socketTimeout: 5_000,
      throwOnRequestTimeout: true,
    },
    ...(settings.endpoint
      ? {
          endpoint: settings.endpoint,
          forcePathStyle: true,
          credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
        }
      : {}),
  });
}

function isPreconditionFailed(error: unknown): boolean {
  return error instanceof Error && (error.name === 'PreconditionFailed' || error.name === 'ConditionalRequestConflict');
}
