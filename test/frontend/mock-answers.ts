import type { Instant } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf } from '../../shared/kernel/calendar.ts';
import type { Fault, Result } from '../../shared/kernel/fault.ts';
import { fault } from '../../shared/kernel/fault.ts';
import type { ItemAnswer } from '../../shared/operations/checklist.ts';
import { completeItem, reopenItem } from '../../shared/operations/checklist.ts';
import { checkInSlot, confirmSlot, releaseSlot } from '../../shared/operations/crew.ts';
import { checkIn, recordPaperWaiver } from '../../shared/operations/guests.ts';
import { decideTransition, possibleMoves } from '../../shared/operations/lifecycle.ts';
import type { Move } from '../../shared/operations/move.ts';
import { recordOverride } from '../../shared/operations/overrides.ts';
import { submitPostCharterReport } from '../../shared/operations/post-charter.ts';
import { recordMilestone } from '../../shared/operations/timeline.ts';
import { recordWeather } from '../../shared/operations/weather.ts';
import type { Charter, CharterFile } from '../../shared/records/charter.ts';
import { priceTotals } from '../../shared/records/pricing.ts';
import type { ListChartersResponse, ReadCharterResponse } from '../../shared/wire/charters.ts';
import { charterFiles, vessel, ZONE } from './mock-charters.ts';
import type { MockRuns } from './mock-runs.ts';

const actor = { name: 'Dana Whitlock', userId: 'usr_dana', roles: ['admin', 'captain'] as const };

// biome-ignore lint/suspicious/noExplicitAny: the mock believes what the app sends; the deciders still check it
type Body = Record<string, any>;

/** Charters that change as the real deciders say. */
export class MockCharters {
  readonly #files: Map<string, CharterFile>;
  readonly #runs: MockRuns;
  readonly #now: () => Instant;

  constructor(runs: MockRuns, now: () => Instant) {
    this.#runs = runs;
    this.#now = now;
    this.#files = charterFiles(dayIn(ZONE, now()));
  }

  list(month: string | undefined): ListChartersResponse {
    const today = dayIn(ZONE, this.#now());
    const wanted = month ?? monthOf(today);
    return {
      month: wanted,
      today,
      charters: [...this.#files.values()]
        .map(({ charter }) => charter)
        .filter((charter) => charter.sailsOn.startsWith(wanted))
        .map((charter) => ({
          id: charter.id,
          title: charter.title,
          entityId: charter.entityId,
          entityName: 'JADA Charters',
          vesselName: 'Jada',
          channelName: 'Direct',
          lifecycle: charter.lifecycle,
          sailsOn: charter.sailsOn,
          startAt: charter.startAt,
          endAt: charter.endAt,
          zone: charter.zone,
          paxExpected: charter.paxExpected,
          totalCents: priceTotals(charter.priceLines).totalCents,
        })),
    };
  }

  read(id: string): ReadCharterResponse | undefined {
    const file = this.#files.get(id);
    if (file === undefined) return undefined;
    const { completionSeq } = file.charter;
    return {
      file,
      names: { entity: 'JADA Charters', vessel: 'Jada', channel: 'Direct', customer: 'Amara Okafor' },
      maxPax: vessel.maxPax,
      moves: possibleMoves(file, this.#context()),
      ...(completionSeq > 0 ? { runKey: `charter.${id}.${completionSeq}` } : {}),
    };
  }

  /** One change; what it is follows from the path behind the charter's. */
  change(id: string, [part, partId]: readonly (string | undefined)[], body: Body): Fault | undefined {
    const file = this.#files.get(id);
    if (file === undefined) return fault('not-found', 'There is no such charter.');
    const result = this.#changed(file, part, partId, body);
    if (!result.ok) return result.fault;
    this.#files.set(id, { ...result.value, charter: { ...result.value.charter, version: file.charter.version + 1 } });
    return undefined;
  }

  #context() {
    return { now: this.#now(), actor, vessel, overlapping: [], incidentsOpen: 0 };
  }

  #changed(file: CharterFile, part: string | undefined, partId: string | undefined, body: Body): Result<CharterFile> {
    const now = this.#now();
    const { charter } = file;
    const whole = (result: Result<Charter>) => withPart(result, (value) => ({ ...file, charter: value }));
    const stale =
      body['version'] !== charter.version && ['moves', 'milestones', 'weather', 'overrides'].includes(part ?? '');
    if (stale) return { ok: false, fault: fault('conflict', 'It is at a newer version now.') };
    const item = file.checklist.find(({ id }) => id === partId);
    const slot = file.slots.find(({ id }) => id === partId);
    const guest = file.guests.find(({ id }) => id === partId);
    if (part === 'moves') return this.#moved(file, body);
    if (part === 'milestones')
      return whole(
        recordMilestone(charter, body['name'] ?? 'cast_off', body['at'] ?? now, body['correction'], actor, now),
      );
    if (part === 'weather') return whole(recordWeather(charter, body as { go: boolean; forecast: string }, actor, now));
    if (part === 'overrides')
      return whole(recordOverride(charter, body as { guard: string; reason: string }, actor, now));
    if (part === 'post-charter-report') {
      const { version: _, ...report } = body;
      return whole(submitPostCharterReport(charter, report as never, actor, now));
    }
    if (item !== undefined) {
      const result = body['state'] === 'open' ? reopenItem(item) : completeItem(item, body as ItemAnswer, actor, now);
      return withPart(result, (value) => ({
        ...file,
        checklist: file.checklist.map((each) => (each.id === partId ? value : each)),
      }));
    }
    if (slot !== undefined) {
      const act = body['act'] as string;
      const claimed = {
        ok: true as const,
        value: { ...slot, claim: { userId: actor.userId, name: actor.name, state: 'claimed' as const, at: now } },
      };
      const result =
        act === 'claim'
          ? claimed
          : act === 'release'
            ? releaseSlot(slot, actor, charter, now)
            : act === 'confirm'
              ? confirmSlot(slot, actor, charter, now)
              : checkInSlot(slot, actor, charter, now);
      return withPart(result, (value) => ({
        ...file,
        slots: file.slots.map((each) => (each.id === partId ? value : each)),
      }));
    }
    if (guest !== undefined) {
      const result =
        body['paperWaiverSignedBy'] === undefined
          ? checkIn(guest, body['checkIn'] ?? 'none', charter)
          : recordPaperWaiver(guest, { signedBy: body['paperWaiverSignedBy'] }, actor, now);
      return withPart(result, (value) => ({
        ...file,
        guests: file.guests.map((each) => (each.id === partId ? value : each)),
      }));
    }
    if (part === 'payments')
      return {
        ok: true,
        value: {
          ...file,
          balances: { ...file.balances, '2100': (file.balances['2100'] ?? 0) - Number(body['cents']) },
        },
      };
    return { ok: false, fault: fault('not-found', 'There is no such thing.') };
  }

  #moved(file: CharterFile, body: Body): Result<CharterFile> {
    const result = decideTransition(file, body as Move, this.#context());
    if (!result.ok) return result;
    const { charter } = result.value;
    if (result.value.effects.includes('start-report-run')) {
      const trigger = {
        kind: 'charter',
        charterId: charter.id,
        completionSeq: charter.completionSeq,
        entityId: 'jada',
      } as const;
      this.#runs.start(
        `charter.${charter.id}.${charter.completionSeq}`,
        ['charter-debrief', 'ceo', 'cfo'],
        trigger,
        this.#now(),
        true,
      );
    }
    return { ok: true, value: { ...file, charter } };
  }
}

function withPart<T>(result: Result<T>, put: (value: T) => CharterFile): Result<CharterFile> {
  return result.ok ? { ok: true, value: put(result.value) } : result;
}
