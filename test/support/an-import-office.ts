import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import type { Month, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf } from '../../shared/kernel/calendar.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import type { CheckImportResponse, ImportRecord, ImportResponse } from '../../shared/wire/imports.ts';
import { PART_BYTES, PIECE_BYTES } from '../../shared/wire/imports.ts';
import type { MoneyListResponse } from '../../shared/wire/money.ts';
import { testClock } from './a-clock.ts';
import type { Answer, Caller, TestStack } from './a-stack.ts';

/** The day the office imports on, and the columns of its sheets of expenses. */
export const TODAY = dayIn('America/Los_Angeles' as Zone, testClock());
export const EXPENSE_HEAD = 'Date,Vendor,Amount,Category,Paid with';

type Amounts = Readonly<Record<string, number>>;

/** Somebody who imports spreadsheets into the books of a business over HTTP, and looks at what came of it. */
export interface ImportOffice {
  /** Announces a file and sends it in parts, or the first few of them. */
  sent(text: string, odd?: { readonly parts?: number; readonly digest?: string }): Promise<string>;
  check(importId: string, kind: string, said?: object): Promise<Answer<CheckImportResponse>>;
  stepped(importId: string): Promise<ImportRecord>;
  /** Sends, checks and imports a clean file. */
  imported(text: string, kind: string): Promise<ImportRecord>;
  money(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** What the month moved on each account, less what it had moved before; accounts that did not move are left out. */
  moved(before?: Amounts): Promise<Amounts>;
}

export function anImportOffice(stack: () => TestStack, admin: () => Caller, entityId = 'jada'): ImportOffice {
  const month = monthOf(TODAY);
  const office: ImportOffice = {
    async sent(text, odd = {}) {
      const bytes = Buffer.from(text);
      const digest = odd.digest ?? createHash('sha256').update(bytes).digest('hex');
      const body = { fileName: 'sheet.csv', sizeBytes: bytes.length, digest };
      const { id } = (await admin().send<ImportResponse>('POST', '/api/imports', body)).body.import;
      const parts = odd.parts ?? Math.ceil(bytes.length / PART_BYTES);
      for (let part = 0; part < parts; part += 1) {
        const pieces = piecesOf(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
        expect((await admin().send('PUT', `/api/imports/${id}/parts/${part}`, { pieces })).status).toBe(200);
      }
      return id;
    },
    check(importId, kind, said = {}) {
      const nothing = { columns: {}, values: {}, dateOrders: {}, leaveOutBadRows: false, excluded: [] };
      const body = { kind, entityId, ...nothing, ...said };
      return admin().send<CheckImportResponse>('POST', `/api/imports/${importId}/check`, body);
    },
    async stepped(importId) {
      for (let step = 0; step < 20; step += 1) {
        const { status, body } = await admin().send<ImportResponse>('POST', `/api/imports/${importId}/steps`, {});
        expect(status).toBe(200);
        if (body.import.state === 'done') return body.import;
      }
      throw new Error('the import did not come to its end');
    },
    async imported(text, kind) {
      const id = await office.sent(text);
      expect((await office.check(id, kind)).body).toMatchObject({ problems: [], isClean: true });
      return office.stepped(id);
    },
    async money() {
      const { body } = await admin().get<MoneyListResponse>(`/api/money?entityId=${entityId}&month=${month}`);
      return body.money.map(({ record }) => record as unknown as Readonly<Record<string, unknown>>);
    },
    async moved(before = {}) {
      const books = booksOf(await readBalances(stack().runtime.tables, entityId));
      const codes = books.codesThrough([entityId], '2099-12' as Month);
      const now = codes.map((code) => [code, books.account([entityId], [month], code) - (before[code] ?? 0)] as const);
      return Object.fromEntries(now.filter(([, cents]) => cents !== 0));
    },
  };
  return office;
}

function piecesOf(part: Uint8Array): string[] {
  const count = Math.ceil(part.length / PIECE_BYTES);
  return Array.from({ length: count }, (_, at) =>
    Buffer.from(part.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES)).toString('base64'),
  );
}
