import { expect, test } from 'vitest';
import { sampleInventories } from '../../scripts/sample/inventories.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import { anEntity, aSnapshot, NOVEMBER_TO_DATE, OCTOBER, TAKEN_AT, TODAY, ZONE } from '../facts/a-snapshot.ts';
import { anInventory, aSnapshotWith, TIDY } from '../facts/inventory/an-inventory.ts';

const IDS = ['dc', 'jada', 'qdn', 'qos'];
const NAMES = { dc: 'DangerousCentaur', jada: 'JADA charters', qdn: 'QuickDumpNow', qos: 'Queen of San Diego' };

/** Four businesses: one well kept, one neglected, one stale, one half read. */
function fourBusinesses(): Snapshot {
  const entity = Object.entries(NAMES).map(([id, name]) => anEntity({ id, name }));
  const inventories = sampleInventories({ today: TODAY, now: TAKEN_AT, zone: ZONE });
  const snapshot = aSnapshot({ records: { entity } });
  return {
    ...snapshot,
    registers: { ...snapshot.registers, inventory: { state: 'read', records: inventories } },
  } as Snapshot;
}

const cto = (snapshot: Snapshot, ids: readonly string[] = IDS, period = OCTOBER) =>
  compose('cto', snapshot, ids, period, 'Harbor Group');
const rendered = (document: ReportDocument) => renderings(document, { companyName: 'Harbor Group' });
const textOf = (document: ReportDocument) =>
  rendered(document)
    .txt.body.replace(/ \[\d+\]/g, '')
    .replace(/\s+/g, ' ');
const section = (document: ReportDocument, id: string) => document.sections.find((held) => held.id === id);

test('has every section, in order', () => {
  expect(cto(fourBusinesses()).sections.map(({ id }) => id)).toEqual([
    'score-card',
    'stack',
    'findings',
    'lesser',
    'secrets',
    'cost',
    'journeys',
    'maturity',
    'endings',
    'actions',
    'changes',
    'unmade',
    'definitions',
  ]);
});

test('is fit to issue from a full company, an empty one, and one of which any one source is gone', () => {
  const full = fourBusinesses();
  const gone = { state: 'unreadable', because: 'timeout' } as const;
  const lacking = RECORD_KINDS.map((kind) => ({ ...full, registers: { ...full.registers, [kind]: gone } }));
  for (const snapshot of [full, aSnapshot(), ...lacking]) {
    const document = cto(snapshot, IDS, NOVEMBER_TO_DATE);
    expect(documentProblems(document)).toEqual([]);
    expect(JSON.stringify(document).match(/NaN|undefined|Infinity|null/)).toBeNull();
  }
}, 60_000);

test('leads with what is critical, and never calls a stale audit clean', () => {
  expect(textOf(cto(fourBusinesses()))).toContain(
    '2 critical security items are open, one for 36 days; the audit is stale: an inventory is 19 days old.',
  );
  const clean = cto(aSnapshotWith([anInventory(TIDY)]), ['jada']);
  expect(textOf(clean)).toContain('No critical security item is open.');
  const stale = cto(aSnapshotWith([anInventory(TIDY, '2026-11-01')]), ['jada']);
  expect(textOf(stale)).toContain(
    'No critical security item was found so far; the audit is stale: an inventory is 20 days old.',
  );
  expect(textOf(stale)).not.toContain('is open.');
});

test('asks for an inventory, once, where there is none', () => {
  const text = textOf(cto(aSnapshot({ records: { entity: [anEntity()] } }), ['jada']));
  expect(text).toContain('Nobody has recorded what the company runs: no check could be made.');
  const actions = section(cto(aSnapshot({ records: { entity: [anEntity()] } }), ['jada']), 'actions')?.blocks[0];
  const titles = actions?.kind === 'actions' ? actions.actions.map(({ title }) => title) : [];
  expect(new Set(titles).size).toBe(titles.length);
});

test('tells a domain about to end among the grave findings, with the days it has left', () => {
  // The sample's domain of the agency ends 18 days after the day of the report.
  const text = textOf(cto(fourBusinesses()));
  expect(text).toContain(
    'HIGH: Domains that end within 30 days Gap: dangerouscentaur.example (DangerousCentaur): last day',
  );
});

test('names in each action what it is about, in the order of the days', () => {
  const block = section(cto(fourBusinesses()), 'actions')?.blocks[0];
  const actions = block?.kind === 'actions' ? block.actions : [];
  const days = actions.map(({ dueOn }) => dueOn);
  expect(days).toEqual([...days].sort());
  expect(actions.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(actions.map(({ because }) => because)).toContain(
    'Domain names of ours that others could take over: pay.quickdumpnow.example (QuickDumpNow)',
  );
});

test('shows at most ten actions, each once, on business days', () => {
  const block = section(cto(fourBusinesses()), 'actions')?.blocks[0];
  const actions = block?.kind === 'actions' ? block.actions : [];
  expect(actions).toHaveLength(10);
  expect(new Set(actions.map(({ title }) => title)).size).toBe(10);
  expect(actions.map(({ title }) => title)).not.toContain('Mend the oldest critical items before any new work');
});

test('says what is new, what is fixed, and what ends by which day', () => {
  const text = textOf(cto(fourBusinesses()));
  expect(text).toContain('qos-booking, SMS_TOKEN (Queen of San Diego): holds a random value in plain text.');
  expect(text).toContain('client-harbor.example (DangerousCentaur): Sites that answer over plain HTTP.');
  const endings = section(cto(fourBusinesses()), 'endings')?.blocks ?? [];
  const days = endings.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(([, day]) => (day?.cell.kind === 'day' ? day.cell.value : '')) : [],
  );
  expect(days).toEqual([...days].sort());
  expect(days[0]).toBe('2025-09-01');
});

test('what has ended is told as so many days ago, never as days below zero', () => {
  const text = textOf(cto(fourBusinesses()));
  expect(text).toContain('Longest without runtime support 446 days'); // 2025-09-01 to 2026-11-21
  expect(text).not.toMatch(/−\d+ days/);
});

test('what is critical is to be done first, within two days', () => {
  const block = section(cto(fourBusinesses()), 'actions')?.blocks[0];
  const [first] = block?.kind === 'actions' ? block.actions : [];
  expect(first).toMatchObject({ severity: 'critical', dueOn: '2026-11-23' });
});

test('a report about one business names no other and does not repeat whose a thing is', () => {
  const [text = ''] = textOf(cto(fourBusinesses(), ['qos'])).split('Appendix');
  expect(text).not.toMatch(/JADA|QuickDumpNow|DangerousCentaur|\(Queen of San Diego\)|every entity|per business/);
});

test('services and their changes add up to the total in the last row', () => {
  const blocks = section(cto(fourBusinesses()), 'cost')?.blocks ?? [];
  const table = blocks.find((block) => block.kind === 'table');
  const cents = (row: readonly { readonly cell: { readonly kind: string } }[] | undefined, at: number) => {
    const cell = row?.[at]?.cell as { readonly kind: string; readonly value: number } | undefined;
    return cell?.kind === 'cents' ? cell.value : Number.NaN;
  };
  const rows = table?.kind === 'table' ? table.rows : [];
  const totals = table?.kind === 'table' ? table.totals : undefined;
  expect(rows.length).toBeGreaterThan(5);
  for (const at of [1, 2]) expect(rows.reduce((sum, row) => sum + cents(row, at), 0)).toBe(cents(totals, at));
});

test('groups what could not be checked by what to record', () => {
  const text = textOf(cto(fourBusinesses()));
  expect(text).toContain('logs of DangerousCentaur (could not be read: the audit role may not list log groups)');
  expect(text).toContain('a newer infrastructure inventory of QuickDumpNow than that of Nov 2, 2026');
});

test('fits into one mail, with no account number and no secret in it', () => {
  const { html, txt } = rendered(cto(fourBusinesses()));
  expect(html.body.length).toBeLessThan(90_000);
  expect(html.body).not.toContain('abridged');
  expect(txt.body).not.toMatch(/\b\d{12}\b|AKIA|sk_live/);
});

test('shows the cost that is believed beside the one that was measured only where a belief is recorded', () => {
  expect(textOf(cto(fourBusinesses()))).not.toContain('Believed');
});

const lineOf = (document: ReportDocument, title: string) => {
  const text = textOf(document);
  const from = text.indexOf(title);
  return text.slice(from, text.indexOf(' - ', from));
};

test('every finding says where, the small ones too, and who is to act where it is not the CTO', () => {
  const document = cto(fourBusinesses());
  expect(lineOf(document, 'Medium. Functions that lose failed calls')).toBe(
    'Medium. Functions that lose failed calls: qos-booking, qos-gallery (Queen of San Diego). Give each function a queue for calls that failed.',
  );
  expect(lineOf(document, 'Medium. Access keys older than 90 days')).toContain('Not checked: DangerousCentaur.');
  expect(lineOf(document, 'Medium. No rollback tried')).toContain('was 141 days ago; the limit is 90.'); // 140 on the day before
  expect(lineOf(document, 'Functions on the dearer processor')).toContain(
    'qos-booking, qos-gallery (Queen of San Diego); jada-waiver-pdf (JADA charters)',
  );
});

test('names the service that moved most when the cloud grew dearer', () => {
  // Logs: 12.87066 × 1.02 + 17.408915 = 30.536988 in October, × 0.99 = 12.741953 in September; the whole 112.49 − 95.87.
  expect(textOf(cto(fourBusinesses()))).toContain(
    'Last full month: $112.49, up from $95.87 ($16.62 or 17.3 %), most of all AmazonCloudWatch: $17.80.',
  );
});

test('counts no secrets and calls nothing in order where it could not be looked', () => {
  const snapshot = fourBusinesses();
  const held = snapshot.registers.inventory.state === 'read' ? snapshot.registers.inventory.records : [];
  const records = held.map(({ sections, ...of }) => {
    const { names } = sections;
    if (names?.state !== 'read') return { ...of, sections };
    const domains = names.domains.map((domain) => ({ ...domain, expiresOn: plusDays(TODAY, 200) }));
    return { ...of, sections: { ...sections, names: { ...names, domains } } };
  });
  const registers = { ...snapshot.registers, inventory: { state: 'read' as const, records } };
  const document = cto({ ...snapshot, registers }, ['dc']);
  expect(section(document, 'secrets')?.count).toBeUndefined();
  expect(textOf(document)).toContain('None of the checks that could be made falls short at these severities.');
});

test('a business without tables has nothing to restore and is asked for no trial', () => {
  const text = textOf(cto(fourBusinesses(), ['dc']));
  expect(text).toContain('Time since a restore was tested no table to restore');
  expect(text).not.toContain('the day a restore was last tested');
});
