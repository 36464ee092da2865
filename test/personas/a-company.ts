import type { CharterFile } from '../../shared/records/charter.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { aMonth, anEntity, anUpcomingCharter, aSnapshot, STAMP } from '../facts/a-snapshot.ts';

/** A company of four businesses on Nov 21, 2026, with what such a company has recorded and what it has not. */
export function aCompany(completed?: CharterFile): Snapshot {
  return aSnapshot({
    ...(completed ? { completed } : {}),
    records: {
      entity: [
        anEntity(),
        anEntity({ id: 'qos', name: 'Queen of San Diego' }),
        anEntity({ id: 'qdn', name: 'QuickDumpNow', kind: 'subscription' }),
        anEntity({ id: 'dc', name: 'DangerousCentaur', kind: 'agency' }),
      ],
      channel: [
        { id: 'direct', name: 'Direct web', kind: 'direct_web' },
        { id: 'getmyboat', name: 'GetMyBoat', kind: 'ota_boat', commissionBps: 1_150, feeConfirmed: true },
      ],
      vessel: [
        {
          id: 'ves_1',
          name: 'Jada',
          valueCents: 18_000_000,
          documents: [
            { type: 'Insurance', expiresOn: '2026-12-10' },
            { type: 'Certificate of documentation', expiresOn: '2027-05-31' },
          ],
        },
        { id: 'ves_2', entityId: 'qos', name: 'Queen', documents: [{ type: 'Insurance', expiresOn: '2026-11-15' }] },
      ],
      asset: [
        {
          id: 'ast_1',
          kind: 'domain',
          name: 'jada.example',
          ownerRole: 'CTO',
          documents: [{ type: 'Registration', expiresOn: '2027-02-01' }],
        },
        { id: 'ast_2', entityId: 'dc', kind: 'list', name: 'Clients', ownerRole: 'CMO', documents: [] },
      ],
      target: ['jada', 'qos', 'qdn'].flatMap((entityId, e) =>
        ['2026-10', '2026-11', '2026-12', '2027-01'].map((month, m) => ({
          id: `tgt_${e}${m}`,
          entityId,
          month,
          metric: 'revenue',
          value: entityId === 'qdn' ? 200_000 : 900_000,
        })),
      ),
      'fixed-cost': [
        { id: 'fix_1', name: 'Slip', centsPerMonth: 500_000, from: '2026-01' },
        { id: 'fix_2', entityId: 'qos', name: 'Slip', centsPerMonth: 300_000, from: '2026-01' },
      ],
      listing: [{ id: 'lst_1', channelId: 'getmyboat', status: 'live', lastVerifiedOn: '2026-11-10' }],
      lead: [
        { id: 'led_1', channelId: 'direct', stage: 'new', expectedCents: 150_000, probabilityBps: 1_000 },
        { id: 'led_2', channelId: 'direct', stage: 'quoted', expectedCents: 200_000, probabilityBps: 5_000 },
      ],
      'equity-holding': [
        { id: 'eqh_1', holder: 'A. Owner', shareBps: 6_000, agreementOnFile: true },
        { id: 'eqh_2', holder: 'B. Partner', shareBps: 3_000, agreementOnFile: false },
      ],
      'key-person': [{ id: 'kpr_1', role: 'Captain', handoffOnFile: false }],
      subscription: [
        {
          id: 'sub_1',
          entityId: 'qdn',
          centsPerInterval: 4_900,
          interval: 'month',
          from: '2026-05-01',
          status: 'active',
          lastChargedOn: '2026-11-01',
        },
        {
          id: 'sub_2',
          entityId: 'qdn',
          centsPerInterval: 58_800,
          interval: 'year',
          from: '2026-02-10',
          status: 'past_due',
          lastChargedOn: '2026-02-10',
        },
      ],
    },
    balances: [
      ...['2026-08', '2026-09', '2026-10', '2026-11'].map((month, i) =>
        aMonth(month, {
          accounts: {
            '1010': 200_000,
            '1020': 150_000,
            '2100': i === 3 ? -120_000 : 0,
            '4010': -350_000 - i * 10_000,
            '6010': 250_000,
          },
          cash: { 'operating-out': -500_000, 'customer-in': 300_000 },
          operations: {
            performed: 3,
            booked: 4,
            'booked-value': 500_000,
            pax: 18,
            'timed-departures': 3,
            'on-time-departures': 2,
            leads: 2,
            'cancelled-guest': i === 2 ? 1 : 0,
          },
          channels: {
            'direct.revenue': 100_000,
            'getmyboat.revenue': 250_000 + i * 10_000,
            'direct.performed': 1,
            'getmyboat.performed': 2,
          },
          margin: { performed: 3, contribution: 270_000 },
        }),
      ),
      ...['2026-08', '2026-09', '2026-10', '2026-11'].map((month) =>
        aMonth(
          month,
          {
            accounts: { '1010': 400_000, '4010': -500_000, '6010': 100_000 },
            cash: { 'operating-out': -200_000, 'customer-in': 500_000 },
            operations: {
              performed: 4,
              booked: 2,
              'booked-value': 240_000,
              pax: 40,
              'timed-departures': 4,
              'on-time-departures': 4,
            },
            channels: { 'getmyboat.revenue': 500_000, 'getmyboat.performed': 4 },
            margin: { performed: 4, contribution: 300_000 },
          },
          'qos',
        ),
      ),
      aMonth('2026-11', { accounts: { '1010': 9_800, '4110': -9_800 }, cash: { 'customer-in': 9_800 } }, 'qdn'),
    ],
    upcoming: [
      anUpcomingCharter(),
      anUpcomingCharter({ id: 'chr_G', entityId: 'qos', sailsOn: '2026-12-12', lifecycle: 'booked' }, 300_000),
      anUpcomingCharter({
        id: 'chr_H',
        lifecycle: 'held',
        sailsOn: '2026-12-20',
        holdExpiresAt: '2026-11-25T20:00:00.000Z',
      }),
    ],
  });
}

/** The charter evt_A of the golden vectors as a file: $1,700 price, $40 tax, $200 tip, margin $1,203.14. */
export function aCompletedCharter(over: Partial<CharterFile> = {}): CharterFile {
  const milestone = (name: string, planned: string, actual?: string) => ({
    name,
    plannedAt: planned,
    ...(actual ? { actualAt: actual } : {}),
  });
  return {
    charter: {
      ...anUpcomingCharter({
        id: 'chr_A',
        lifecycle: 'completed',
        channelId: 'direct',
        startAt: '2026-11-21T01:30:00.000Z',
        endAt: '2026-11-21T05:20:00.000Z',
        sailsOn: '2026-11-20',
        performedOn: '2026-11-20',
        paxExpected: 6,
        paxAboard: 5,
        paxAshore: 5,
        completionSeq: 1,
        priceLines: [
          { kind: 'charter', text: 'Charter', qty: 1, unitCents: 120_000, totalCents: 120_000 },
          { kind: 'addon_taxable', text: 'Dinner', qty: 1, unitCents: 50_000, totalCents: 50_000 },
          { kind: 'tax', text: 'Sales tax', qty: 1, unitCents: 4_000, totalCents: 4_000 },
        ],
        weather: { go: true, at: '2026-11-21T00:00:00.000Z', by: 'Captain', forecast: 'SW 8 kt' },
        milestones: [
          milestone('crew_call', '2026-11-21T00:30:00.000Z', '2026-11-21T00:28:00.000Z'),
          milestone('cast_off', '2026-11-21T01:30:00.000Z', '2026-11-21T01:44:00.000Z'),
          milestone('return_dock', '2026-11-21T05:20:00.000Z', '2026-11-21T05:20:00.000Z'),
          milestone('all_ashore', '2026-11-21T05:30:00.000Z'),
        ],
        postCharterReport: {
          submittedAt: '2026-11-21T06:00:00.000Z',
          submittedBy: 'Captain',
          engineHoursStart: 1_200,
          engineHoursEnd: 1_204,
          fuelAddedGallons: 12,
          seaState: 'slight',
          incident: false,
        },
      }),
    },
    checklist: [
      {
        id: 'chk_1',
        charterId: 'chr_A',
        phase: 'docking',
        text: 'Lines',
        mandatory: true,
        evidence: 'none',
        order: 1,
        version: 1,
        completion: { by: 'Captain', at: STAMP.createdAt, state: 'done' },
      },
      {
        id: 'chk_2',
        charterId: 'chr_A',
        phase: 'docking',
        text: 'Pump-out',
        mandatory: true,
        evidence: 'none',
        order: 2,
        version: 1,
      },
    ],
    slots: [],
    guests: ['GUESTNAME-ONE', 'GUESTNAME-TWO'].map((name, i) => ({
      id: `gst_${i}`,
      charterId: 'chr_A',
      name,
      isMinor: false,
      rsvp: 'yes',
      checkIn: 'ashore',
      version: 1,
      ...(i === 0 ? { waiver: { kind: 'paper', signedBy: name, at: STAMP.createdAt, recordedBy: 'Captain' } } : {}),
    })),
    balances: {
      '4010': -120_000,
      '4020': -50_000,
      '2200': -4_000,
      '2300': -20_000,
      '5040': 5_686,
      '5010': 36_000,
      '5020': 8_000,
      '1110': 0,
      '2100': 0,
    },
    ...over,
  } as CharterFile;
}
