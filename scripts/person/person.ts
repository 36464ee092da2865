import { resolve } from 'node:path';
import type { PersonSaid } from '../../lambda/host/person-service.ts';
import { savePerson } from '../../lambda/host/person-service.ts';
import { isAllowed } from '../../lambda/mail/outbound.ts';
import { FaultError } from '../../shared/kernel/fault.ts';
import { listed } from '../../shared/kernel/listed.ts';
import { NoBooks, openBooks } from '../report/books.ts';
import { OPERATOR } from '../report/operator.ts';
import { personArguments, USAGE } from './arguments.ts';

const FOLDER = resolve(import.meta.dirname, '../..', process.env['SCC_DATA'] ?? '.local');

async function main(): Promise<number> {
  const asked = personArguments(process.argv.slice(2));
  if ('page' in asked) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if ('problems' in asked) {
    process.stderr.write(`${asked.problems.map((problem) => `  ${problem}`).join('\n')}\n\n${USAGE}\n`);
    return 2;
  }
  return store(asked);
}

/** What keeps the link from coming, said at once: the sign-in page tells nobody which addresses it knows. */
function heldBack(email: string, domains: readonly string[]): string {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return `But no mail leaves for ${domain}: it goes to ${listed(domains)} alone. Take an address there, or start with MAIL_DOMAINS=${[...domains, domain].join(',')}.`;
}

async function store(said: PersonSaid): Promise<number> {
  const books = await openBooks(FOLDER);
  try {
    const { tables, reportingDeps, config } = books.runtime;
    const asking = { user: OPERATOR, now: reportingDeps.clock() };
    const { user, isNew } = await savePerson({ tables, random: reportingDeps.random }, asking, said);
    const { name, email, roles, id } = user;
    process.stdout.write(`${isNew ? 'Added' : 'Changed'} ${name} (${roles.join(', ')}), ${id}.\n`);
    process.stdout.write(`They sign in at ${config.appUrl} with a link mailed to ${email}.\n`);
    if (!isAllowed(email, config.mailDomains)) process.stderr.write(`${heldBack(email, config.mailDomains)}\n`);
    return 0;
  } finally {
    await books.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof FaultError) {
    const problems = error.fault.problems.map(({ field, message }) => `  ${field}: ${message}\n`).join('');
    process.stderr.write(`${error.fault.message}\n${problems}`);
    return 1;
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof NoBooks ? 3 : 1;
});
