import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './durable-file.ts';
import type { Outcome, SesEvent } from './ses-event.ts';

/** An event that was told of a mail. */
export interface ToldEvent {
  readonly messageId: string;
  readonly at: string;
  readonly what: 'send' | Outcome;
  /** Who it is about; nobody for the mail as a whole. */
  readonly recipient?: string;
  /** Whether a person made it happen; everything else happens once. */
  readonly isMade: boolean;
  /** The record itself, as it was told. */
  readonly event: SesEvent;
}

/** What was told of each mail, in the order it was told. */
export interface EventStore {
  add(told: ToldEvent): Promise<void>;
  of(messageId: string): readonly ToldEvent[];
}

/** Opens the file of events in a folder of mails. A line that a kill cut off counts as not told. */
export async function openEventStore(folder: string): Promise<EventStore> {
  const path = join(folder, 'events.jsonl');
  const lines = (await textOf(path)).split('\n');
  const told = new Map<string, ToldEvent[]>();
  for (const one of lines.flatMap(toldIn)) remember(one);
  let isCut = lines.at(-1) !== '';
  return {
    async add(one) {
      const line = `${isCut ? '\n' : ''}${JSON.stringify(one)}\n`;
      isCut = false;
      await appendFile(path, line);
      remember(one);
    },
    of: (messageId) => told.get(messageId) ?? [],
  };

  function remember(one: ToldEvent): void {
    told.set(one.messageId, [...(told.get(one.messageId) ?? []), one]);
  }
}

function toldIn(line: string): ToldEvent[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as ToldEvent];
  } catch {
    return []; // cut off half way
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return '';
    throw error;
  }
}
