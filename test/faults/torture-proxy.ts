import { parseArgs } from 'node:util';
import type { Harmed } from './proxied-company.ts';
import { proxiedCompany, SERVICES } from './proxied-company.ts';
import type { Harm } from './tcp-proxy.ts';
import { HARMS, mixture } from './tcp-proxy.ts';

const USAGE = `npm run torture:proxy -- [options]
  --minutes N   how long at most (default 10)
  --seeds A-B   a completion under each of these mixtures of harm (default 1-1000)
  --rate R      how many of all requests are struck (default 0.05); of those to SES, of which there are few, four times as many
  --told        tell every completion
Completes a charter again and again while proxies between the function and DynamoDB, S3 and SES refuse, cut, lose, truncate,
slow and stall what passes; ends the harm, sweeps, and looks whether everything arrived once.`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '1-1000' },
    rate: { type: 'string', default: '0.05' },
    told: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const [first = 1, last = first] = values.seeds.split('-').map(Number);
const rate = Number(values.rate);
const began = performance.now();
const until = began + Number(values.minutes) * 60_000;
const seconds = () => ((performance.now() - began) / 1000).toFixed(0);
const kinds = Object.fromEntries(HARMS.map((harm) => [harm, 0])) as Record<Harm, number>;
const count = { completions: 0, requests: 0, mails: 0, again: 0, failed: 0 };

function counted({ strikes, requests, mails, again, wrong }: Harmed): number {
  const struck = SERVICES.flatMap((service) => strikes[service]);
  for (const { harm } of struck) kinds[harm] += 1;
  count.completions += 1;
  count.requests += requests;
  count.mails += mails;
  count.again += again;
  count.failed += wrong.length > 0 ? 1 : 0;
  return struck.length;
}

// What nobody waits for would end a process of the function.
process.on('unhandledRejection', (error) => {
  console.log(`left to itself: ${error instanceof Error ? error.stack : String(error)}`);
  count.failed += 1;
});

const company = await proxiedCompany();
try {
  for (let seed = first; seed <= last && performance.now() < until; seed += 1) {
    const harmed = await company.completedUnder({
      dynamo: mixture(3 * seed, rate),
      s3: mixture(3 * seed + 1, rate),
      ses: mixture(3 * seed + 2, 4 * rate),
    });
    const struck = counted(harmed);
    if (values.told) console.log(`seed ${seed}: ${struck} of ${harmed.requests} requests struck, ${seconds()} s`);
    for (const line of harmed.wrong) console.log(`seed ${seed}: ${line}`);
  }
  const unproven = await company.unproven();
  for (const line of unproven) console.log(line);
  count.failed += unproven.length > 0 ? 1 : 0;
} finally {
  await company.close();
}
const strikes = HARMS.map((harm) => `${kinds[harm]} ${harm}`).join(', ');
console.log(
  `${count.completions} completions, ${count.requests} requests under harm in ${seconds()} s; struck: ${strikes}. ` +
    `${count.mails} mails, ${count.again} of them again on record. ${count.failed} left something wrong.`,
);
process.exitCode = count.failed === 0 && count.completions > 0 ? 0 : 1;
