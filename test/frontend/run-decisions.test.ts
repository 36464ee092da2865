import { describe, expect, it } from 'vitest';
import {
  actsOn,
  consequence,
  decisionsOn,
  mailsInOrder,
  stoppedAmong,
} from '../../frontend/reports/run-decision-model.ts';
import { deliveryState, partyWords, waitingWords } from '../../frontend/reports/run-model.ts';
import { stepLines } from '../../frontend/reports/steps-model.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { RunResponse, RunStep } from '../../shared/wire/reports.ts';
import { MockRuns } from './mock-runs.ts';

type Delivery = RunResponse['deliveries'][number];

const ZONE = 'America/Los_Angeles';
const NOW = '2026-11-21T20:00:00.000Z' as Instant; // noon in San Diego
const RUN = new MockRuns(NOW).read('charter.chr_08.1', NOW) as RunResponse;

const aMail = (over: Partial<Delivery>): Delivery => ({
  ...(RUN.deliveries[0] as Delivery),
  recipientName: 'Morgan Reyes',
  ...over,
});
const aStep = (action: string, over: Partial<RunStep> = {}): RunStep => ({
  at: NOW,
  actor: 'scc',
  action,
  object: 'dlv_1',
  data: {},
  ...over,
});

describe('what can be decided about a mail', () => {
  it.each<[Delivery['state'], readonly string[]]>([
    ['ready', []],
    ['sending', []],
    ['unknown', []],
    ['held', ['mark-sent', 'send-again']],
    ['accepted', ['send-again']],
    ['delayed', ['send-again']],
    ['delivered', ['send-again']],
    ['failed', ['send-again']],
    ['rejected', ['send-again']],
    ['bounced', ['send-again']],
    ['complained', ['send-again']],
  ])('when it is %s', (state, acts) => {
    const mail = aMail({ state });
    expect(actsOn(mail, [mail])).toEqual(acts);
  });

  it('is decided about the latest mail of its kind, and not about one it repeats', () => {
    const first = aMail({ id: 'dlv_1', state: 'bounced' });
    const second = aMail({ id: 'dlv_2', state: 'ready', revision: 2 });
    const other = aMail({ id: 'dlv_3', state: 'bounced', recipientId: 'rcp_2' });
    expect([first, second, other].map((mail) => actsOn(mail, [first, second, other]))).toEqual([
      [],
      [],
      ['send-again'],
    ]);
  });

  it('is said before it is done: who may get it twice, who may go without', () => {
    const held = aMail({ state: 'held' });
    expect(consequence('mark-sent', held)).toMatch(/^Nothing is sent\..*Morgan Reyes goes without it\.$/);
    expect(consequence('send-again', held)).toMatch(
      /^The same mail goes out once more\..*Morgan Reyes gets it twice\.$/,
    );
    expect(consequence('send-again', aMail({ state: 'delivered' }))).toMatch(/audit mailbox\. .*may have it twice\.$/);
    expect(consequence('send-again', aMail({ state: 'bounced' }))).toMatch(/audit mailbox\.$/);
  });
});

describe('what was decided about a mail', () => {
  const first = aMail({ id: 'dlv_1', state: 'bounced' });
  const second = aMail({ id: 'dlv_2', revision: 2 });
  const steps = [
    aStep('delivery.sent-again', { actor: 'usr_me', data: { revision: 2, reason: 'She asked for it.' } }),
    aStep('delivery.marked-sent', { actor: 'usr_other', object: 'dlv_2', data: { reason: 'It arrived.' } }),
  ];
  const on = (delivery: Delivery, of = steps) =>
    decisionsOn(delivery, { deliveries: [first, second], steps: of }, ZONE, 'usr_me');

  it('stands with the mail it made, by you where it was you', () => {
    expect(on(second)).toEqual([
      'Sent again by you on Nov 21, 2026, 12:00 PM PST: She asked for it.',
      'Marked as sent on Nov 21, 2026, 12:00 PM PST: It arrived.',
    ]);
    expect(on(first)).toEqual([]);
  });

  it('stands with the mail itself where that was held and let go', () => {
    const freed = [aStep('delivery.sent-again', { actor: 'usr_me', data: { reason: 'It never came.' } })];
    expect(on(first, freed)).toEqual(['Sent again by you on Nov 21, 2026, 12:00 PM PST: It never came.']);
    expect(on(second, freed)).toEqual([]);
  });
});

describe('the mails of a run', () => {
  it('are listed report by report and person by person, what was sent again below what it repeats', () => {
    const deliveries = [
      aMail({ id: 'a', report: 'cfo', recipientName: 'Ada' }),
      aMail({ id: 'b', report: 'ceo', recipientName: 'Zoe', recipientId: 'rcp_z', revision: 2 }),
      aMail({ id: 'c', report: 'ceo', recipientName: 'Zoe', recipientId: 'rcp_z' }),
      aMail({ id: 'd', report: 'ceo', recipientName: 'Ada' }),
    ];
    expect(mailsInOrder({ run: RUN.run, deliveries }).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('wait for a reason that is said, with the time it began', () => {
    const waiting = { because: 'sending is switched off for the mail account', since: NOW };
    expect(waitingWords({ ...RUN.run, waiting }, ZONE)).toBe(
      'Its mails wait since Nov 21, 2026, 12:00 PM PST. Sending is switched off for the mail account. They are tried again by themselves.',
    );
    expect(waitingWords(RUN.run, ZONE)).toBeUndefined();
  });

  it('name those of their recipients who get no mail, and nobody else', () => {
    const records = [
      { id: 'rcp_1', name: 'Morgan Reyes', status: 'suspended', suspendedBecause: 'Bounced for good.' },
      { id: 'rcp_2', name: 'Somebody else', status: 'suspended' },
      { id: 'rcp_3', name: 'An active one', status: 'active' },
    ] as unknown as Parameters<typeof stoppedAmong>[1];
    const mails = [aMail({ recipientId: 'rcp_1' }), aMail({ recipientId: 'rcp_3' })];
    expect(stoppedAmong(mails, records)).toEqual([{ name: 'Morgan Reyes', because: 'Bounced for good.' }]);
  });

  it('that are held wait for a decision, and a bounce that may pass is not said to be the end', () => {
    expect(deliveryState(aMail({ state: 'held' })).words).toBe('Waits for a decision');
    expect(partyWords({ state: 'bounced', isPassing: true })).toBe('bounced for now');
    expect(partyWords({ state: 'bounced' })).toBe('bounced');
  });
});

describe('the steps of a mail after it was sent', () => {
  const told = (step: RunStep) => stepLines({ ...RUN, steps: [step] }, 'usr_me')[0];

  it.each([
    ['delivery.told', 'The mail service told more of a mail'],
    ['delivery.delivered', 'Mail delivered'],
    ['delivery.delayed', 'Mail delayed'],
    ['delivery.bounced', 'Mail came back'],
    ['delivery.complained', 'Mail marked as spam'],
    ['delivery.rejected', 'Mail rejected by the mail service'],
    ['delivery.held', 'Mail held for a person to decide'],
    ['delivery.marked-sent', 'Mail marked as sent'],
    ['delivery.sent-again', 'Mail sent again'],
    ['delivery.resent-after-no-evidence', 'Nothing was heard of the mail: it is sent once more'],
    ['run.reopened', 'Run opened again'],
    ['run.reassessed', 'Run looked at again'],
    ['issue.tried', 'Report not written, to be tried again'],
  ])('%s is told in words', (action, words) => {
    expect(told(aStep(action))?.words).toBe(words);
  });

  it('say what has become of each copy, who decided, and why', () => {
    const copies = { report: 'ceo', to: 'delivered', bcc: 'bounced' };
    expect(told(aStep('delivery.told', { actor: 'ses', data: copies }))?.details).toBe(
      'CEO report · recipient delivered · audit copy bounced',
    );
    const word = { actor: 'usr_me', data: { report: 'ceo', reason: 'She asked for it.' } };
    expect(told(aStep('delivery.sent-again', word))?.details).toBe('by you · CEO report · She asked for it.');
    const closed = { data: { state: 'complete-with-problems' } };
    expect(told(aStep('run.reassessed', closed))?.details).toBe('Complete, with problems');
  });

  it('are marked where something went wrong', () => {
    const tones = ['delivery.delivered', 'delivery.bounced', 'delivery.held', 'delivery.marked-sent'].map(
      (action) => told(aStep(action))?.tone,
    );
    expect(tones).toEqual(['done', 'bad', 'bad', 'done']);
  });
});
