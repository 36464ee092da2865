import type { LocalDate } from '../kernel/calendar.ts';
import type { Lead } from '../records/marketing.ts';

/**
 * The lead with the days its stage tells of: quoted and won the day it became so, unless the day was given. A lead that
 * was so before without a day stays without one. A lead no longer won has no day of winning; one that is new or only
 * contacted has neither. A lost lead may have been quoted.
 */
export function withStageDays(lead: Lead, before: Lead | undefined, today: LocalDate): Lead {
  const { quotedOn: quoted = before?.quotedOn, wonOn: won = before?.wonOn, ...rest } = lead;
  const became = before?.stage === lead.stage ? undefined : today;
  const days = (of: { readonly quotedOn?: LocalDate | undefined; readonly wonOn?: LocalDate | undefined }): Lead => ({
    ...rest,
    ...(of.quotedOn === undefined ? {} : { quotedOn: of.quotedOn }),
    ...(of.wonOn === undefined ? {} : { wonOn: of.wonOn }),
  });
  switch (lead.stage) {
    case 'won':
      return days({ quotedOn: quoted ?? won ?? became, wonOn: won ?? became });
    case 'quoted':
      return days({ quotedOn: quoted ?? became });
    case 'lost':
      return days({ quotedOn: quoted });
    case 'new':
    case 'contacted':
      return rest;
  }
}
