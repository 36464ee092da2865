import * as z from 'zod/mini';
import { count, monthOfYear, oneOf, slug } from '../../shared/records/fields.ts';
import {
  correctMoneyBody,
  expenseBody,
  paymentBody,
  payoutBody,
  periodMoveBody,
  recordMoneyBody,
  tipPayoutBody,
} from '../../shared/wire/money.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import type { RouteHolder } from '../http/gated-routes.ts';
import { route } from '../http/gated-routes.ts';
import { fileReply, jsonReply } from '../http/reply.ts';
import type { HostDeps } from './deps.ts';
import { journalText } from './journal-export.ts';
import { correctMoney } from './money-correction.ts';
import { listMoney, recordMoney, recordOnCharter } from './money-service.ts';
import { movePeriod } from './period-service.ts';
import { readAll, writeRecord } from './register-service.ts';

const recordBody = z.strictObject({ version: count, record: z.record(z.string(), z.unknown()) });

const journalQuery = z.strictObject({ as: z.exactOptional(oneOf(['ledger', 'beancount'])) });

const moneyQuery = z.strictObject({ entityId: slug, month: monthOfYear });

/** Money, registers and the journal: the office's part of the API. */
export function mountOffice(app: RouteHolder, deps: HostDeps): void {
  route(app, ROUTES.recordPayment, { body: paymentBody }, async (asked) =>
    jsonReply(await recordOnCharter(deps, asked, 'payment', asked.params.charterId, asked.body), { status: 201 }),
  );
  route(app, ROUTES.recordPayout, { body: payoutBody }, async (asked) =>
    jsonReply(await recordOnCharter(deps, asked, 'payout', asked.params.charterId, asked.body), { status: 201 }),
  );
  route(app, ROUTES.recordTipPayout, { body: tipPayoutBody }, async (asked) =>
    jsonReply(await recordOnCharter(deps, asked, 'tip-payout', asked.params.charterId, asked.body), { status: 201 }),
  );
  route(app, ROUTES.recordExpense, { body: expenseBody }, async (asked) => {
    const { requestKey, ...record } = asked.body;
    return jsonReply(await recordMoney(deps, asked, 'expense', { requestKey, record }), { status: 201 });
  });
  route(app, ROUTES.listMoney, { query: moneyQuery }, async (asked) =>
    jsonReply(await listMoney(deps, asked, asked.query)),
  );
  route(app, ROUTES.recordMoney, { body: recordMoneyBody }, async (asked) =>
    jsonReply(await recordMoney(deps, asked, asked.params.kind, asked.body), { status: 201 }),
  );
  route(app, ROUTES.correctMoney, { body: correctMoneyBody }, async (asked) =>
    jsonReply(await correctMoney(deps, asked, asked.params.kind, asked.body)),
  );
  route(app, ROUTES.movePeriod, { body: periodMoveBody }, async (asked) =>
    jsonReply(await movePeriod(deps, asked, asked.params, asked.body)),
  );
  route(app, ROUTES.listRegister, {}, async (asked) => jsonReply(await readAll(deps, asked.params.kind)));
  route(app, ROUTES.writeRegister, { body: recordBody }, async (asked) =>
    jsonReply(await writeRecord(deps, asked, asked.params.kind, asked.params.recordId, asked.body)),
  );
  route(app, ROUTES.exportJournal, { query: journalQuery }, async ({ query: { as = 'ledger' } }) =>
    fileReply(await journalText(deps.tables, undefined, as), 'text/plain; charset=utf-8', {
      headers: {
        'content-disposition': `attachment; filename="books.${as === 'beancount' ? 'beancount' : 'journal'}"`,
      },
    }),
  );
  route(app, ROUTES.health, {}, () => jsonReply({ ok: true, version: deps.config.version }));
}
