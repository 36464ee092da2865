import { readFileSync } from 'node:fs';

/** A fresh process as Lambda starts one: loads a bundle, answers one event, says the status. */
const [, , bundle, eventFile] = process.argv;
const { handler } = await import(bundle);
const answer = await handler(JSON.parse(readFileSync(eventFile, 'utf8')));
process.stdout.write(`${answer?.statusCode ?? 'none'}\n`, () => process.exit(0));
