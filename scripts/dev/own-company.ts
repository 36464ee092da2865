import { companyRegisters } from '../../lambda/stores/register-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { listUsers } from '../../lambda/stores/user-store.ts';
import { begunSample } from '../sample/sample-marker.ts';

/** Whether the data are somebody's own company: there is an entity or a person in them, and no sample ever was. */
export async function isOwnCompany(tables: Tables): Promise<boolean> {
  if (await begunSample(tables)) return false;
  const [{ entity = [] }, people] = await Promise.all([companyRegisters(tables), listUsers(tables)]);
  return entity.length > 0 || people.length > 0;
}
