import { newId } from '../../shared/kernel/ids.ts';
import { auditWrite } from '../stores/audit-store.ts';
import type { Write } from '../stores/transaction.ts';
import type { Asking, HostDeps } from './deps.ts';

/** The audit line of a change somebody made, for the transaction of that change. Kept by month. */
export function historyWrite(
  deps: Pick<HostDeps, 'tables' | 'random'>,
  asking: Asking,
  action: string,
  object: string,
  data: Readonly<Record<string, string | number | boolean>> = {},
): Write {
  return auditWrite({
    stream: `business.${asking.now.slice(0, 7)}`,
    at: asking.now,
    id: newId('aud', asking.now, deps.random),
    actor: asking.user.id,
    action,
    object,
    data,
  });
}
