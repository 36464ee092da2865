import { SESClient } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mailer } from '../../lambda/mail/ses.ts';
import { sesMailer } from '../../lambda/mail/ses.ts';
import type { Harmed, ProxiedCompany } from './proxied-company.ts';
import { proxiedCompany, SERVICES } from './proxied-company.ts';
import type { Harm } from './tcp-proxy.ts';
import { every, mixture } from './tcp-proxy.ts';

const CONFIGURATION_SET = 'local-mail-events';

/**
 * Kinds of harm a client hears of at once. The others are waited out for 3 seconds by the tables' client, 5 by the
 * archive's and 10 by that of SES, so each strikes where it asks most: a mail that was taken and never answered for is
 * the one that could go twice; one that was not is what `cut` leaves as well.
 */
const QUICK: readonly Harm[] = ['refuse', 'cut', 'lose', 'truncate', 'slow'];

let company: ProxiedCompany;
/** A client of SES that tries again by itself, in place of the product's own, where a test has one. */
let wrong: Mailer | undefined;

beforeAll(async () => {
  company = await proxiedCompany((endpoint) => {
    const own = sesMailer({ region: 'us-west-2', endpoint, configurationSet: CONFIGURATION_SET });
    return { mailer: { send: (mail) => (wrong ?? own).send(mail), standing: () => (wrong ?? own).standing() } };
  });
}, 120_000);
afterAll(() => company?.close());

describe('a charter completed through proxies that strike', () => {
  it.each(QUICK)('with %s ends whole, with every mail there once', async (harm) => {
    const harmed = await company.completedUnder({
      dynamo: every(15, harm, 4, harm === 'refuse' ? 3 : 9), // a shut door turns away all that read at once
      s3: every(15, harm, 2),
      ses: every(3, harm, 2),
    });
    expect(harmed.wrong).toEqual([]);
    expect(kindsStruck(harmed)).toEqual(SERVICES.map((service) => [service, [harm]]));
    expect(harmed.strikes.dynamo.length).toBeGreaterThan(2);
    expect(harmed.strikes.s3.length).toBeGreaterThan(2);
  });

  it('with stall ends whole, with every mail there once', async () => {
    const harmed = await company.completedUnder({ dynamo: every(1, 'stall', 20, 1), s3: every(1, 'stall', 10, 1) });
    expect(harmed.wrong).toEqual([]);
    expect(kindsStruck(harmed)).toEqual([
      ['dynamo', ['stall']],
      ['s3', ['stall']],
      ['ses', []],
    ]);
  });

  it('with hang ends whole, with every mail there once', async () => {
    const harmed = await company.completedUnder({ dynamo: every(1, 'hang', 20, 1), ses: every(1, 'hang', 5, 1) });
    expect(harmed.wrong).toEqual([]);
    expect(harmed.strikes.dynamo.map(({ harm }) => harm)).toEqual(['hang']);
    expect(harmed.strikes.ses.map(({ harm, asked }) => `${harm} ${asked}`)).toEqual(['hang SendRawEmail']);
  });

  it('with all of it at once, as a seed draws it, ends whole, with every mail there once', async () => {
    const harmed = await company.completedUnder({
      dynamo: mixture(1, 0.06),
      s3: mixture(2, 0.06),
      ses: mixture(3, 0.25),
    });
    expect(harmed.wrong).toEqual([]);
    expect(Object.values(harmed.strikes).flat().length).toBeGreaterThan(10);
  });

  it('leaves a history that verifies, and an archive in which everything lies once', async () => {
    expect(await company.unproven()).toEqual([]);
  });
});

it('a client of SES that tries again by itself sends twice where replies are lost, and that is found', async () => {
  wrong = sesMailer({ region: 'us-west-2', configurationSet: CONFIGURATION_SET }, async () => {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    return new SESClient({ region: 'us-west-2', endpoint: company.sesEndpoint, credentials, maxAttempts: 3 });
  });
  const harmed = await company.completedUnder({ ses: every(3, 'lose', 2) });
  wrong = undefined;
  const lost = harmed.strikes.ses.length;
  expect(lost).toBeGreaterThan(2);
  expect([harmed.mails, harmed.again]).toEqual([8 + lost, 0]);
  expect(harmed.wrong).toEqual([expect.stringMatching(/^mails in the inboxes: /)]);
});

/** Which kinds of harm struck each service. */
function kindsStruck({ strikes }: Harmed) {
  return SERVICES.map((service) => [service, [...new Set(strikes[service].map(({ harm }) => harm))]]);
}
