import type { ChangedCharterResponse, PossibleMove, ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { Caller } from './a-stack.ts';

/** A captain's day with one charter over HTTP: everything that remains, up to the last press of Complete. */
export async function sailedUntilReturned(captain: Caller, charterId: string): Promise<ReadCharterResponse> {
  const at = `/api/charters/${charterId}`;
  const read = async () => must(await captain.get<ReadCharterResponse>(at));
  const post = async (path: string, body: object) =>
    must(await captain.send<ChangedCharterResponse>('POST', `${at}${path}`, body));

  let now = await read();
  for (const slot of now.file.slots.filter((one) => one.claim?.state === 'confirmed')) {
    await post(`/crew/${slot.id}`, { act: 'check_in', version: slot.version });
  }
  await tickAll(captain, at, await read());
  for (const guest of now.file.guests.filter((one) => !one.waiver)) {
    await post(`/guests/${guest.id}`, {
      version: guest.version,
      paperWaiverSignedBy: guest.isMinor ? 'The Guardian' : guest.name,
    });
  }
  now = await read();
  await post('/weather', { go: true, forecast: 'W 8 kt, sea slight', version: now.file.charter.version });
  await move(captain, at, 'boarding');
  now = await read();
  await post('/milestones', { name: 'safety_brief', version: now.file.charter.version });
  const aboard = now.file.guests.length;
  await move(captain, at, 'underway', { paxAboard: aboard, countCommunicatedAshore: true });
  await move(captain, at, 'returned', { paxAshore: aboard });
  await tickAll(captain, at, await read());
  now = await read();
  await post('/post-charter-report', {
    version: now.file.charter.version,
    engineHoursStart: 1_200,
    engineHoursEnd: 1_203,
    fuelAddedGallons: 8,
    seaState: 'slight',
    incident: false,
  });
  return read();
}

/** Presses Complete, at the version last read. */
export async function completed(captain: Caller, charterId: string): Promise<ChangedCharterResponse> {
  return move(captain, `/api/charters/${charterId}`, 'completed');
}

async function move(
  captain: Caller,
  at: string,
  to: PossibleMove['to'],
  fields: object = {},
): Promise<ChangedCharterResponse> {
  const now = must(await captain.get<ReadCharterResponse>(at));
  return must(
    await captain.send<ChangedCharterResponse>('POST', `${at}/moves`, {
      to,
      version: now.file.charter.version,
      ...fields,
    }),
  );
}

async function tickAll(captain: Caller, at: string, now: ReadCharterResponse): Promise<void> {
  for (const item of now.file.checklist.filter((one) => one.mandatory && !one.completion)) {
    const reading =
      item.evidence === 'reading'
        ? { value: String(item.min ?? 50) }
        : item.evidence === 'signature'
          ? { value: 'signed' }
          : {};
    must(
      await captain.send('POST', `${at}/checklist/${item.id}`, { state: 'done', version: item.version, ...reading }),
    );
  }
}

function must<T>(answer: { readonly status: number; readonly body: T }): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
