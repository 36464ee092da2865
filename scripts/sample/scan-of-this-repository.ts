import { resolve } from 'node:path';
import { readRegister, registerWrite } from '../../lambda/stores/register-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { committed } from '../../lambda/stores/transaction.ts';
import type { Instant, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import type { RepositoryScan } from '../../shared/records/repository-scan.ts';
import { scanRepository } from '../inventory/repository.ts';
import type { SampleEntity } from './company.ts';
import { stampAt } from './sample-day.ts';

/** The business this product belongs to. */
const OWNER: SampleEntity = 'jada';

/**
 * Looks into this very repository and keeps what it finds as a record of the sample, once: the one figure in it that is
 * real. Takes seconds, so a start does not wait for it; until it is there those figures are unknown.
 */
export async function keepScanOfThisRepository(
  tables: Tables,
  zone: Zone,
  now: Instant,
): Promise<'kept' | 'already there'> {
  const id = `scn_${OWNER}-sample`;
  if (await readRegister(tables, 'repository-scan', OWNER, id)) return 'already there';
  const scan = await scanRepository(resolve(import.meta.dirname, '../..'), now);
  const stamp = stampAt({ today: dayIn(zone, now), now, zone }, now);
  const record: RepositoryScan = { id, entityId: OWNER, ...scan, ...stamp };
  await committed(tables, [registerWrite(tables, 'repository-scan', record)]);
  return 'kept';
}
