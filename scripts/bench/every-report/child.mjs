import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Every report in a process of its own: what a fresh process spends, and what it spends again on records it has not seen,
 * once it has run a few times. The others are the same company with every balance doubled, tripled and so on, so that
 * nothing remembered of the first helps.
 */
const PASSES = 5;
const [, , bundle, folder] = process.argv;
const { everyReport } = await import(bundle);
const asked = JSON.parse(readFileSync(`${folder}/asked.json`, 'utf8'));
const spentMs = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};
const made = await everyReport(`${folder}/snapshot-1.json`, asked);
const freshMs = spentMs();
const warm = [];
for (let at = 2; at <= PASSES; at += 1) {
  const before = process.cpuUsage();
  await everyReport(`${folder}/snapshot-${at}.json`, asked);
  warm.push(spentMs(before));
}
const digest = createHash('sha256');
for (const body of made) digest.update(body).update('\n');
process.stdout.write(
  JSON.stringify({ digest: digest.digest('hex'), documents: asked.issues.length, freshMs, warmMs: warm.at(-1), warm }),
);
