import { parseArgs } from 'node:util';
import { struckCompany } from './struck.ts';

const USAGE = `npm run torture:killed -- [options]
  --from N   begin at this request of a completion (default 0)
  --until N  end before this one (default: as many as a completion takes)
  --step N   every how manieth (default 1)
  --told     tell every death
Completes a charter again and again, each time in a process killed by SIGKILL at another of its requests to DynamoDB, S3
and SES, before it leaves and after it was answered; restarts, sweeps, and looks whether everything arrived once.`;

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '0' },
    until: { type: 'string' },
    step: { type: 'string', default: '1' },
    told: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const company = await struckCompany();
const began = performance.now();
const seconds = () => ((performance.now() - began) / 1000).toFixed(0);
let deaths = 0;
let failed = 0;
try {
  const calm = await company.completedUnder();
  console.log(`A completion takes ${calm.finished?.calls} requests: ${JSON.stringify(calm.finished?.asked)}.`);
  const until = Number(values.until ?? calm.finished?.calls ?? 0);
  for (let at = Number(values.from); at < until; at += Number(values.step)) {
    for (const when of ['before', 'after'] as const) {
      const { died, wrong } = await company.completedUnder({ at, when });
      if (values.told) console.log(`killed ${when} request ${at}: ${died ? 'died' : 'lived'}, ${seconds()} s`);
      deaths += died ? 1 : 0;
      failed += wrong.length > 0 ? 1 : 0;
      for (const line of wrong) console.log(`killed ${when} request ${at}: ${line}`);
    }
  }
} finally {
  await company.close();
}
console.log(`${deaths} deaths in ${seconds()} s. ${failed} left something wrong.`);
process.exitCode = failed === 0 ? 0 : 1;
