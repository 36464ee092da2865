import { Agent, get } from 'node:http';

/**
 * People asking for the dashboard from a process of their own: so many at once, for so many requests or so long; either as
 * at first, or as a browser that has it already asks whether it is still the same.
 */
const [, , url, cookie, atOnce, count, forMs, how] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: Number(atOnce) });
const headers = { cookie, 'sec-fetch-site': 'same-origin', 'accept-encoding': 'gzip, deflate, br' };
const until = performance.now() + Number(forMs);
const times = [];
let errors = 0;
let left = Number(count);
const GOOD = how === 'again' ? 304 : 200;

if (how === 'again') {
  const { headers: held } = await new Promise((resolve) =>
    get(url, { agent, headers }, (answer) => resolve(answer.resume())),
  );
  headers['if-none-match'] = held.etag;
}

const once = () =>
  new Promise((resolve) => {
    get(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode === GOOD));
      answer.on('error', () => resolve(false));
    }).on('error', () => resolve(false));
  });

const somebody = async () => {
  while (left > 0 && performance.now() < until) {
    left -= 1;
    const began = performance.now();
    const isGood = await once();
    times.push(performance.now() - began);
    if (!isGood) errors += 1;
  }
};
await Promise.all(Array.from({ length: Number(atOnce) }, somebody));
agent.destroy();
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
process.stdout.write(JSON.stringify({ answers: times.length, errors, p50: at(0.5), p99: at(0.99) }));
