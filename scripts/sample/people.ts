import { plusDays } from '../../shared/kernel/calendar.ts';
import { CAPTAIN_CREDENTIAL } from '../../shared/operations/charter-parts.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import type { Grant, User } from '../../shared/records/user.ts';
import { CHARTER_ENTITIES, ENTITY_IDS } from './company.ts';
import type { SampleDay } from './sample-day.ts';
import { openingDay, stampOn } from './sample-day.ts';

/** Everybody who can sign in to the sample, by what they are there for. */
export interface SamplePeople {
  readonly admin: User;
  readonly captain: User;
  readonly mate: User;
  readonly deckhand: User;
  readonly ceo: User;
  readonly partner: User;
}

/** The people of the sample; all of them invented, all their mail at example.com. */
export function samplePeople(day: SampleDay): SamplePeople {
  const sailing = { entityIds: [...CHARTER_ENTITIES] };
  const licence = {
    type: CAPTAIN_CREDENTIAL,
    number: 'OUPV/Master 50 GRT, no. 000417',
    expiresOn: plusDays(day.today, 900),
  };
  const firstAid = { type: 'First aid and CPR', number: 'FA-2291', expiresOn: plusDays(day.today, 300) };
  return {
    admin: user(day, 'admin', 'Marisol Vance', { roles: ['admin'], entityIds: [...ENTITY_IDS] }),
    captain: user(day, 'captain', 'Jonah Merriweather', {
      ...sailing,
      roles: ['captain'],
      credentials: [licence, firstAid],
    }),
    mate: user(day, 'mate', 'Tess Okonjo', { ...sailing, roles: ['crew'], credentials: [firstAid] }),
    deckhand: user(day, 'deckhand', 'Luca Brandvold', { ...sailing, roles: ['crew'] }),
    ceo: user(day, 'ceo', 'Harriet Lindqvist', {
      roles: ['executive'],
      grants: [...grants('ceo', ENTITY_IDS), ...grants('dashboard', ENTITY_IDS)],
    }),
    partner: user(day, 'partner', 'Desmond Quill', {
      roles: ['executive'],
      grants: [...grants('ceo', ['jada']), ...grants('dashboard', ['jada'])],
    }),
  };
}

/** Who gets which report by mail, and when. One of them wants none. */
export function sampleRecipients(day: SampleDay, people: SamplePeople): Recipient[] {
  const each = 'each-charter' as const;
  const bookkeeper = { id: 'usr_bookkeeper', name: 'Ines Halloran', email: 'bookkeeper@example.com' };
  return [
    recipient(day, people.captain, 'charter-debrief', each, CHARTER_ENTITIES),
    alsoHolding('ceo', ENTITY_IDS, recipient(day, people.admin, 'charter-debrief', each, ENTITY_IDS)),
    recipient(day, people.ceo, 'ceo', each, ENTITY_IDS),
    recipient(day, people.partner, 'ceo', each, ['jada']),
    recipient(day, bookkeeper, 'ceo', 'never', ENTITY_IDS),
  ];
}

function user(
  day: SampleDay,
  name: string,
  fullName: string,
  given: Pick<User, 'roles'> & Partial<Pick<User, 'entityIds' | 'grants' | 'credentials'>>,
): User {
  return {
    id: `usr_${name}`,
    email: `${name}@example.com`,
    name: fullName,
    entityIds: [],
    grants: [],
    credentials: [],
    status: 'active',
    authVersion: 1,
    ...given,
    ...stampOn(day, openingDay(day)),
  };
}

function recipient(
  day: SampleDay,
  { id, name, email }: Pick<User, 'id' | 'name' | 'email'>,
  report: string,
  cadence: Recipient['subscriptions'][number]['cadence'],
  entityIds: readonly string[],
): Recipient {
  return {
    id: id.replace('usr_', 'rcp_'),
    name,
    email,
    grants: grants(report, entityIds),
    subscriptions: [{ report, cadence }],
    status: 'active',
    ...stampOn(day, openingDay(day)),
  };
}

/** Somebody who may be sent a further report without having asked for it: a test copy to themselves, say. */
function alsoHolding(report: string, entityIds: readonly string[], of: Recipient): Recipient {
  return { ...of, grants: [...of.grants, ...grants(report, entityIds)] };
}

function grants(report: string, entityIds: readonly string[]): Grant[] {
  return entityIds.map((entityId) => ({ report, entityId }));
}
