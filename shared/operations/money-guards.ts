import { cents, negated } from '../kernel/money.ts';
import { priceTotals } from '../records/pricing.ts';
import { vesselAndCaptainFree } from './availability.ts';
import { balanceOf, depositsHeld, dollars } from './balances.ts';
import type { Guard } from './guards.ts';
import { isHoldOver } from './states.ts';

/** The deposit is in. Where the platform takes the money, its acceptance stands for it and the move brings that. */
export const depositReceived: Guard = (file, { channelCollects }) => {
  const { depositCents } = file.charter;
  const heldCents = depositsHeld(file);
  if (channelCollects === true || heldCents >= depositCents) return [];
  const message = `Record the deposit: ${dollars(depositCents)} agreed, ${dollars(heldCents)} received.`;
  return [{ field: 'depositCents', message }];
};

/** A hold that has run out no longer keeps the vessel: somebody else may have taken it since. */
export const stillFree: Guard = (file, context) =>
  isHoldOver(file.charter, context.now) ? vesselAndCaptainFree(file, context) : [];

/** It is agreed when the rest is due, or there is no rest, or the platform collects it. */
export const balanceScheduled: Guard = (file, { channelCollects }) => {
  const { balanceDueOn, priceLines } = file.charter;
  const isPaid = depositsHeld(file) >= priceTotals(priceLines).totalCents;
  if (balanceDueOn !== undefined || isPaid || channelCollects === true) return [];
  return [{ field: 'balanceDueOn', message: 'Set the day the balance is due.' }];
};

/** No deposit lies with a hold that is to lapse. */
export const noDepositHeld: Guard = (file) => {
  const heldCents = depositsHeld(file);
  if (heldCents === 0) return [];
  const message = `${dollars(heldCents)} have been paid for this hold. Book the charter, or cancel it and pay back.`;
  return [{ field: 'balances.2100', message }];
};

/** Nobody owes anybody: no deposit left over, no receivable, no refund due. */
export const guestSettled: Guard = (file) => {
  const heldCents = negated(cents(balanceOf(file, '2100') + balanceOf(file, '2105')));
  const disputedCents = balanceOf(file, '1150');
  const owedCents = balanceOf(file, '1110');
  const refundCents = balanceOf(file, '2400');
  return [
    ...(heldCents === 0
      ? []
      : [{ field: 'balances.2100', message: `Pay back ${dollars(heldCents)} held beyond the price.` }]),
    ...(disputedCents === 0
      ? []
      : [{ field: 'balances.1150', message: `Record how the dispute over ${dollars(disputedCents)} ended.` }]),
    ...(owedCents === 0 ? [] : [{ field: 'balances.1110', message: `Collect the balance of ${dollars(owedCents)}.` }]),
    ...(refundCents === 0
      ? []
      : [{ field: 'balances.2400', message: `Pay the refund of ${dollars(negated(refundCents))} that is due.` }]),
  ];
};

/** The crew has its tips. */
export const tipsPaid: Guard = (file) => {
  const tipCents = balanceOf(file, '2300');
  if (tipCents === 0) return [];
  return [{ field: 'balances.2300', message: `Pay the crew its tips: ${dollars(negated(tipCents))} are open.` }];
};

/** What the platform owed has been paid out, and the payout has been matched. */
export const payoutMatched: Guard = (file, context) => {
  const owedCents = balanceOf(file, '1100');
  if (owedCents !== 0) {
    return [{ field: 'balances.1100', message: `Match the payout of the platform: ${dollars(owedCents)} are open.` }];
  }
  if (context.payoutMatched !== false) return [];
  return [{ field: 'payout', message: 'Match the payout of the platform to this charter.' }];
};

/** No incident of this charter is open. */
export const incidentsClosed: Guard = (_file, { incidentsOpen }) => {
  if (incidentsOpen === 0) return [];
  const which = incidentsOpen === 1 ? 'the open incident' : `the ${incidentsOpen} open incidents`;
  return [{ field: 'incidents', message: `Close ${which} of this charter.` }];
};
