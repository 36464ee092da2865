import type { IssueMail, Press, Printable, Printed } from '../../../lambda/reports/press.ts';
import { PRESS } from '../../../lambda/reports/press.ts';
import type { Snapshot } from '../../../shared/records/snapshot.ts';
import type { World } from './world.ts';

/** What was printed lately, by everything it was printed from: thousands of schedules see the same few snapshots. */
const snapshots = new Map<string, string>();
const issues = new Map<string, Promise<Printed>>();
const mails = new Map<string, IssueMail>();
const bytes = new Map<string, Map<string, Promise<Uint8Array>>>();
const MOST = 120;

/** The production press, which does no work twice. */
export function rememberingPress(world: World): Press {
  return {
    printed(copy) {
      const { snapshot, ...rest } = copy;
      const key = `${nameOf(snapshot)} ${JSON.stringify(rest, plain)}`;
      return world.working(remembered(issues, key, () => printedSmall(copy)));
    },
    mailOf: (texts) => remembered(mails, texts.json, () => PRESS.mailOf(texts)),
    bytesOf(message) {
      const { html, text, images = [], ...rest } = message;
      const ofPage = remembered(bytes, html, () => new Map<string, Promise<Uint8Array>>());
      const key = JSON.stringify([rest, text.length, images.map(({ cid, png }) => [cid, png.length])]);
      return world.working(remembered(ofPage, key, () => PRESS.bytesOf(message)));
    },
  };
}

/** The print with a dot for every picture: what is in them is hashed and compared thousands of times for nothing. */
async function printedSmall(copy: Printable): Promise<Printed> {
  const { document, bodies } = await PRESS.printed(copy);
  const body = bodies.html.body.replaceAll(/(data:image\/png;base64,)[A-Za-z0-9+/=]+/g, `$1${DOT}`);
  return { document, bodies: { ...bodies, html: { ...bodies.html, body } } };
}

/** The smallest PNG: one dot. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const named = new WeakMap<Snapshot, string>();

/** A short name for a snapshot: the same content, the same name. */
function nameOf(snapshot: Snapshot): string {
  const known = named.get(snapshot) ?? remembered(snapshots, JSON.stringify(snapshot), () => `${namesGiven++}`);
  named.set(snapshot, known);
  return known;
}
let namesGiven = 0;

function remembered<T>(held: Map<string, T>, key: string, make: () => T): T {
  const found = held.get(key) ?? make();
  if (held.size > MOST) held.clear();
  held.set(key, found);
  return found;
}

/** Sets are written as what they hold. */
function plain(_name: string, value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}
