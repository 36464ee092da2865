import { plusDays } from '../../shared/kernel/calendar.ts';
import { CAPTAIN_CREDENTIAL } from '../../shared/operations/charter-parts.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import type { Grant, User } from '../../shared/records/user.ts';
import { CHARTER_ENTITIES, ENTITY_IDS } from './company.ts';
import { DELIVERY } from './delivery-jobs.ts';
import type { SampleDay } from './sample-day.ts';
import { openingDay, stampOn } from './sample-day.ts';

/** Everybody who can sign in to the sample, by what they are there for. */
export interface SamplePeople {
  readonly admin: User;
  readonly captain: User;
  readonly mate: User;
  readonly deckhand: User;
  readonly ceo: User;
  readonly cto: User;
  readonly cfo: User;
  readonly cmo: User;
  readonly accounting: User;
  readonly partner: User;
  readonly landlord: User;
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
    ceo: executive(day, 'ceo', 'Harriet Lindqvist'),
    cto: executive(day, 'cto', 'Anselm Rourke'),
    cfo: executive(day, 'cfo', 'Priya Castellanos'),
    cmo: executive(day, 'cmo', 'Noor Vandermeer'),
    accounting: executive(day, 'accounting', 'Walter Okafor'),
    partner: user(day, 'partner', 'Desmond Quill', {
      roles: ['executive'],
      grants: [...grants('ceo', ['jada']), ...grants('dashboard', ['jada'])],
    }),
    landlord: user(day, 'landlord', 'Oona Farraday', { roles: ['executive'], grants: grants('rental', ['rental']) }),
  };
}

/** The reports named for those who run a part of the company; each gets their own after every charter. */
const EXECUTIVE_REPORTS = ['ceo', 'cto', 'cfo', 'cmo', 'accounting'] as const;

/** Who gets which report by mail, and when: after each charter, weekly, monthly; one of them wants none. */
export function sampleRecipients(day: SampleDay, people: SamplePeople): Recipient[] {
  const each = 'each-charter' as const;
  const bookkeeper = { id: 'usr_bookkeeper', name: 'Ines Halloran', email: 'bookkeeper@example.com' };
  const harbor = { id: 'usr_harbor', name: 'Theo Bankole', email: 'harbor@example.com' };
  const owner = { id: 'usr_owner', name: 'Rosalind Achebe', email: 'owner@example.com' };
  const deliveries = { id: 'usr_deliveries', name: 'Ottoline Marsh', email: 'deliveries@example.com' };
  const agency = { id: 'usr_agency', name: 'Imogen Farrow', email: 'agency@example.com' };
  return [
    recipient(day, people.captain, 'charter-debrief', each, CHARTER_ENTITIES),
    EXECUTIVE_REPORTS.reduce(
      (admin, report) => alsoHolding(report, ENTITY_IDS, admin),
      recipient(day, people.admin, 'charter-debrief', each, ENTITY_IDS),
    ),
    ...EXECUTIVE_REPORTS.map((report) => recipient(day, people[report], report, each, ENTITY_IDS)),
    recipient(day, people.partner, 'ceo', each, ['jada']),
    recipient(day, people.landlord, 'rental', 'monthly', ['rental']),
    recipient(day, harbor, 'ceo', 'weekly', CHARTER_ENTITIES),
    recipient(day, owner, 'ceo', 'monthly', ['qos']),
    recipient(day, agency, 'portfolio', 'monthly', ['dc']),
    recipient(day, bookkeeper, 'ceo', 'never', ENTITY_IDS),
    recipient(day, deliveries, 'delivery-audit', 'monthly', [DELIVERY]),
  ];
}

/** Someone who runs a part of the company: sees the report named for it and the dashboard, of every business. */
function executive(day: SampleDay, report: (typeof EXECUTIVE_REPORTS)[number], fullName: string): User {
  return user(day, report, fullName, {
    roles: ['executive'],
    grants: [...grants(report, ENTITY_IDS), ...grants('dashboard', ENTITY_IDS)],
  });
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
