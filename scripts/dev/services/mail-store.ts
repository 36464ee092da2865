import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { writeDurably } from './durable-file.ts';

const StoredMail = z.readonly(
  z.object({
    /** 1 for the first mail ever received here. */
    sequence: z.number(),
    messageId: z.string(),
    receivedAt: z.string(),
    source: z.string(),
    /** The envelope: who gets it, whatever the headers say. */
    destinations: z.readonly(z.array(z.string())),
    /** Destinations that no recipient can see in To or Cc. */
    blindCopies: z.readonly(z.array(z.string())),
    configurationSet: z.optional(z.string()),
    tags: z.readonly(z.array(z.object({ name: z.string(), value: z.string() }))),
    sizeBytes: z.number(),
    subject: z.string(),
    from: z.readonly(z.array(z.string())),
    to: z.readonly(z.array(z.string())),
    cc: z.readonly(z.array(z.string())),
    preview: z.string(),
  }),
);

/** What is kept about a mail beside its bytes. */
export type StoredMail = z.infer<typeof StoredMail>;

/** A mail before it has a number and an id. */
export type NewMail = Omit<StoredMail, 'sequence' | 'messageId' | 'sizeBytes'>;

/** The mails received here, in order. */
export interface MailStore {
  /** Resolves when the mail is safely on disk. */
  add(mail: NewMail, raw: Uint8Array): Promise<StoredMail>;
  /** Oldest first. */
  all(): readonly StoredMail[];
  find(messageId: string): StoredMail | undefined;
  rawOf(mail: StoredMail): Promise<Buffer>;
}

/** Opens a folder of mails. @throws Error naming the file when one cannot be read. */
export async function openMailStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true });
  const drafts = join(folder, 'drafts');
  const mails = await readAll(folder);
  let last: Promise<unknown> = Promise.resolve();
  return { add, all: () => mails, find, rawOf };

  /** One at a time, so that the numbers tell the order in which mails came. */
  function add(mail: NewMail, raw: Uint8Array): Promise<StoredMail> {
    const stored = last.then(async () => {
      const sequence = (mails.at(-1)?.sequence ?? 0) + 1;
      const kept: StoredMail = { ...mail, sequence, messageId: newMessageId(mail.receivedAt), sizeBytes: raw.length };
      // The bytes first: the mail has been received from the moment its description is there.
      await writeDurably(drafts, pathOf(kept, 'eml'), raw);
      await writeDurably(drafts, pathOf(kept, 'json'), JSON.stringify(kept, null, 2));
      mails.push(kept);
      return kept;
    });
    last = stored.catch(() => undefined); // the caller hears of it; the next mail must not
    return stored;
  }

  function find(messageId: string): StoredMail | undefined {
    return mails.find((mail) => mail.messageId === messageId);
  }

  function rawOf(mail: StoredMail): Promise<Buffer> {
    return readFile(pathOf(mail, 'eml'));
  }

  function pathOf(mail: StoredMail, ending: 'eml' | 'json'): string {
    return join(folder, `${String(mail.sequence).padStart(6, '0')}-${mail.messageId}.${ending}`);
  }
}

async function readAll(folder: string): Promise<StoredMail[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const mails = await Promise.all(names.map((name) => readOne(join(folder, name), folder)));
  return mails.sort((a, b) => a.sequence - b.sequence);
}

async function readOne(path: string, folder: string): Promise<StoredMail> {
  try {
    return StoredMail.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const advice = `Remove that file, or delete the folder ${folder} to start with an empty inbox.`;
    throw new Error(`The local inbox cannot read ${path}. ${advice}`, { cause: error });
  }
}

/** Shaped like the ids of SES in us-east-1: 0100, the time in hex, a UUID, six digits. */
function newMessageId(receivedAt: string): string {
  return `0100${Date.parse(receivedAt).toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
}
