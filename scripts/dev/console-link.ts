import { issueLink, linkAddress } from '../../lambda/host/sign-in-link.ts';
import type { Runtime } from '../../lambda/runtime.ts';
import { userIdByEmail } from '../../lambda/stores/user-store.ts';
import type { Purpose } from '../../shared/access/sign-in-rules.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';

/** The kind of link the console prints: opens in any browser, exists only beside the local services. */
export const CONSOLE_LINK: Purpose = { name: 'local-console', bound: false };

const LASTS_MIN = 12 * 60;

/** A ready sign-in link for somebody of the sample company. @throws Error when there is no such person. */
export async function consoleLink(
  runtime: Runtime,
  email: string,
  destination: 'charters' | 'reports',
): Promise<string> {
  const { tables, reportingDeps, config } = runtime;
  const userId = await userIdByEmail(tables, email);
  if (userId === undefined) throw new Error(`nobody signs in as ${email}`);
  const expiresAt = plusMinutes(reportingDeps.clock(), LASTS_MIN);
  const token = await issueLink(
    tables,
    { userId, purpose: CONSOLE_LINK.name, expiresAt, destination },
    reportingDeps.clock,
    reportingDeps.random,
  );
  return linkAddress(config.appUrl, token);
}
