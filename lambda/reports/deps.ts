import type { Instant } from '../../shared/kernel/calendar.ts';
import type { RandomBytes } from '../../shared/kernel/ids.ts';
import type { SendingRules } from '../../shared/reports/sending/rules.ts';
import type { Config } from '../config.ts';
import type { Invoker } from '../invoker.ts';
import type { Log } from '../log.ts';
import type { Mailer } from '../mail/ses.ts';
import type { Tables } from '../stores/tables.ts';
import type { Archive } from './archive.ts';
import type { Press } from './press.ts';

/** What the reporting rooms need of the world. Wired once, in `runtime.ts`. */
export interface ReportingDeps {
  readonly config: Config;
  readonly tables: Tables;
  readonly archive: Archive;
  readonly mailer: Mailer;
  readonly invoker: Invoker;
  readonly log: Log;
  readonly clock: () => Instant;
  readonly random: RandomBytes;
  /** The times and bounds deliveries are held to. */
  readonly sending: SendingRules;
  /** A mail address as the mark that stands for it in logs and audit lines. */
  readonly addressMark: (address: string) => Promise<string>;
  /** What prints reports, where it is not the press itself. */
  readonly press?: Press;
}
