import { parseArgs } from 'node:util';
import type { PersonSaid } from '../../lambda/host/person-service.ts';
import { isLocalDate } from '../../shared/kernel/calendar.ts';
import { isSlug } from '../../shared/kernel/ids.ts';
import { CAPTAIN_CREDENTIAL } from '../../shared/operations/charter-parts.ts';
import type { Role } from '../../shared/records/user.ts';
import { ROLES } from '../../shared/records/user.ts';

export const USAGE = `Usage: npm run person -- ADDRESS --name NAME --roles ROLE[,ROLE] [options]

Adds somebody who may sign in, or changes the one with this address. They sign in with a link mailed to the address.

  --roles ROLES           of ${ROLES.join(', ')}
  --entities ID[,ID]      whose charters a captain or a crew member works on
  --reports REPORT@ID,…   the reports an executive may read, each with its entity: ceo@jada,cfo@jada
  --licence NUMBER        a captain's licence, with
  --licence-until DAY     its last day
  --help                  this page

Exit codes: 0 stored · 1 refused · 2 the arguments do not fit · 3 there are no books yet`;

/** The command line as somebody, the help page, or every argument that does not fit. */
export function personArguments(
  argv: readonly string[],
): PersonSaid | { readonly page: 'help' } | { readonly problems: readonly string[] } {
  const read = parsedArguments(argv);
  if (typeof read === 'string') return { problems: [read] };
  const { values, positionals } = read;
  if (values.help) return { page: 'help' };
  const problems: string[] = [];
  const [email = '', ...more] = positionals;
  if (email === '' || more.length > 0) problems.push('expected one address, such as ada@example.com');
  if (!values.name) problems.push('--name: expected the name of the person');
  const roles = listed(values.roles);
  const unknown = roles.filter((role) => !(ROLES as readonly string[]).includes(role));
  if (roles.length === 0 || unknown.length > 0) problems.push(`--roles: expected some of ${ROLES.join(', ')}`);
  const entityIds = listed(values.entities);
  if (!entityIds.every(isSlug)) problems.push(`--entities ${values.entities}: expected ids such as jada`);
  const grants = listed(values.reports).map((pair) => {
    const [report = '', entityId = '', ...rest] = pair.split('@');
    if (!isSlug(report) || !isSlug(entityId) || rest.length > 0) problems.push(`--reports ${pair}: expected ceo@jada`);
    return { report, entityId };
  });
  const { licence, 'licence-until': until } = values;
  if ((licence === undefined) !== (until === undefined)) problems.push('--licence and --licence-until go together');
  if (until !== undefined && !isLocalDate(until)) problems.push(`--licence-until ${until}: expected a day that exists`);
  if (problems.length > 0) return { problems };
  return {
    email,
    name: values.name ?? '',
    roles: roles as Role[],
    ...(values.entities === undefined ? {} : { entityIds }),
    ...(values.reports === undefined ? {} : { grants }),
    ...(licence !== undefined && until !== undefined && isLocalDate(until)
      ? { credentials: [{ type: CAPTAIN_CREDENTIAL, number: licence, expiresOn: until }] }
      : {}),
  };
}

function parsedArguments(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    ...{ name: text, roles: text, entities: text, reports: text, licence: text, 'licence-until': text },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function listed(given: string | undefined): string[] {
  return (given ?? '').split(',').filter((part) => part !== '');
}
