import type { Instant } from '../../shared/kernel/calendar.ts';
import type { RandomBytes } from '../../shared/kernel/ids.ts';
import type { User } from '../../shared/records/user.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { ReportingDoor } from '../reports/door.ts';
import type { Tables } from '../stores/tables.ts';

/** What the services of the host need of the world. Wired once, in `runtime.ts`. */
export interface HostDeps {
  readonly config: Config;
  readonly tables: Tables;
  readonly log: Log;
  readonly clock: () => Instant;
  readonly random: RandomBytes;
  readonly reporting: ReportingDoor;
}

/** Who asks, and when: the same instant for everything one request decides. */
export interface Asking {
  readonly user: User;
  readonly now: Instant;
}
