import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { brokenBody } from './service-errors.ts';

/** An S3 bucket in memory that keeps every version, and takes the commands the archive sends. */
export class MemoryArchive {
  readonly #versions = new Map<string, Uint8Array[]>();

  /** Every object with its versions, oldest first. */
  get versions(): ReadonlyMap<string, readonly Uint8Array[]> {
    return this.#versions;
  }

  get(key: string): Uint8Array | undefined {
    return this.#versions.get(key)?.at(-1);
  }

  /** Does what a command asks. @throws what the SDK throws; a TypeError for a command the archive does not send. */
  perform(command: object): object {
    if (command instanceof GetObjectCommand) return this.#read(command.input.Key ?? '');
    if (command instanceof PutObjectCommand) return this.#put(command.input);
    throw new TypeError(`${command.constructor.name} is not known here`);
  }

  #put({ Key = '', Body, IfNoneMatch }: PutObjectCommand['input']): object {
    const held = this.#versions.get(Key);
    if (held !== undefined && IfNoneMatch === '*') {
      const message = 'At least one of the pre-conditions you specified did not hold';
      throw new S3ServiceException({
        name: 'PreconditionFailed',
        message,
        $fault: 'client',
        $metadata: { httpStatusCode: 412 },
      });
    }
    this.#versions.set(Key, [...(held ?? []), bytesOf(Body)]);
    return {};
  }

  #read(key: string): object {
    const bytes = this.get(key);
    if (bytes === undefined) throw new NoSuchKey({ message: 'no such key', $metadata: { httpStatusCode: 404 } });
    return answerWith(async () => bytes);
  }
}

/** The answer of a read whose body breaks off on the way. */
export function tornBody(): object {
  return answerWith(async () => {
    throw brokenBody();
  });
}

function answerWith(transformToByteArray: () => Promise<Uint8Array>): object {
  return { Body: { transformToByteArray } } as Pick<GetObjectCommandOutput, 'Body'>;
}

const encoded = new Map<string, Uint8Array>();

/** The bytes of a body; those of a text that was stored before are the same bytes. */
function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  if (typeof body !== 'string') throw new TypeError('the archive stores texts and bytes');
  if (encoded.size > 2_000) encoded.clear();
  const bytes = encoded.get(body) ?? new TextEncoder().encode(body);
  encoded.set(body, bytes);
  return bytes;
}
