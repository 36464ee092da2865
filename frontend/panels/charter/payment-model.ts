import type * as z from 'zod/mini';
import type { Problem } from '../../../shared/kernel/fault.ts';
import type { paymentBody } from '../../../shared/wire/money.ts';
import type { Typed } from './move-model.ts';
import { centsTyped } from './typed-model.ts';

type PaymentBody = z.infer<typeof paymentBody>;

/** The payment a filled-in form means, under its request key; or everything that is wrong with it at once. */
export function paymentBodyOf(typed: Readonly<Record<string, string>>, requestKey: string): Typed<PaymentBody> {
  const cents = centsTyped(typed['cents'] ?? '');
  const tip = centsTyped(typed['tipCents'] || '0');
  const fee = centsTyped(typed['feeCents'] || '0');
  const problems: Problem[] = [];
  if (cents === undefined || cents === 0) problems.push({ field: 'cents', message: AMOUNT });
  if (tip === undefined) problems.push({ field: 'tipCents', message: AMOUNT });
  if (fee === undefined) problems.push({ field: 'feeCents', message: AMOUNT });
  if ((typed['receivedOn'] ?? '') === '') problems.push({ field: 'receivedOn', message: 'Enter the day.' });
  if (cents !== undefined && tip !== undefined && tip > cents) {
    problems.push({ field: 'tipCents', message: 'The tip is part of the amount and cannot be more than it.' });
  }
  if (problems.length > 0) return { ok: false, problems };
  const body = {
    requestKey,
    kind: typed['kind'],
    method: typed['method'],
    cents,
    tipCents: tip,
    feeCents: fee,
    receivedOn: typed['receivedOn'],
    ...(typed['reference'] ? { reference: typed['reference'] } : {}),
  };
  return { ok: true, body: body as PaymentBody };
}

const AMOUNT = 'Enter an amount such as 1,200.00.';

/** The fields the form shows problems beside. */
export const PAYMENT_FIELDS = ['kind', 'method', 'cents', 'tipCents', 'feeCents', 'receivedOn', 'reference'] as const;
