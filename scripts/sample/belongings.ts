import { plusDays } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { Asset, Incident } from '../../shared/records/organisation.ts';
import type { SampleDay } from './sample-day.ts';
import { openingDay, stampOn } from './sample-day.ts';

/** What the company owns or depends on beside its boats. */
export function sampleAssets(day: SampleDay): Asset[] {
  const asset = (
    id: string,
    entityId: string,
    kind: Asset['kind'],
    name: string,
    ownerRole: string,
    renewalDays?: number,
  ): Asset => ({
    id: `ast_${id}`,
    entityId,
    kind,
    name,
    ownerRole,
    documents:
      renewalDays === undefined ? [] : [{ type: 'Domain registration', expiresOn: plusDays(day.today, renewalDays) }],
    ...stampOn(day, openingDay(day)),
  });
  return [
    asset('jada-domain', 'jada', 'domain', 'jada-charters.example', 'CTO', 130),
    asset('qos-domain', 'qos', 'domain', 'queen-of-san-diego.example', 'CTO', 75),
    asset('qdn-domain', 'qdn', 'domain', 'quickdumpnow.example', 'CTO', 240),
    asset('jada-function', 'jada', 'function', 'Booking and operations app', 'CTO'),
    asset('jada-bucket', 'jada', 'bucket', 'Report archive', 'CTO'),
    asset('jada-list', 'jada', 'list', 'Past guests, mailing list', 'CMO'),
    asset('qos-list', 'qos', 'list', 'Wedding inquiries, mailing list', 'CMO'),
    asset('qdn-list', 'qdn', 'list', 'Customers and quotes, mailing list', 'CMO'),
    asset('qos-account', 'qos', 'account', 'Business profile in map search', 'CMO'),
  ];
}

/** The one incident of the sample: a scrape at the fuel dock, repaired and closed. */
export function sampleIncidents(day: SampleDay, charters: readonly Charter[]): Incident[] {
  return charters
    .filter((charter) => charter.postCharterReport?.incident === true)
    .map(({ id: charterId, entityId, sailsOn }) => ({
      id: `inc_${entityId}-${sailsOn}`,
      entityId,
      charterId,
      occurredOn: sailsOn,
      type: 'Rub rail scraped on the fuel dock',
      injury: false,
      damageCents: cents(38_500),
      reportable: false,
      status: 'closed',
      ...stampOn(day, sailsOn),
    }));
}
