import { readFileSync } from 'node:fs';

/** The figures read off month balances, for the first time in a process. */
const [, , bundle, folder, snapshot] = process.argv;
const { factsFromBalances } = await import(bundle);
const asked = JSON.parse(readFileSync(`${folder}/asked.json`, 'utf8'));
process.stdout.write(JSON.stringify(factsFromBalances(`${folder}/${snapshot}.json`, asked)));
