import type { Check } from './check.ts';
import { checksOf, failing, ifSo } from './check.ts';

/** From here on the provider reviews, then stops, the sending of an account. */
const MOST_BOUNCES_BPS = 500;
const MOST_COMPLAINTS_BPS = 10;

export const MAIL_CHECKS: readonly Check[] = checksOf('mail', [
  {
    id: 'mail-without-signature',
    code: 'SES-DKIM',
    title: 'Mail domains whose mail is not signed',
    risk: 'Receivers file our mail as junk',
    source: 'Prowler ses_identity_dkim_enabled',
    category: 'security',
    fix: 'Publish the three DKIM records and switch signing on',
    effort: 'S',
    items: ({ identities }) =>
      failing(
        identities,
        'high',
        (of) => !of.signsWithDkim,
        () => 'DKIM does not pass',
      ),
  },
  {
    id: 'mail-without-own-sender-domain',
    code: 'SES-SPF',
    title: 'Mail domains for which SPF does not pass',
    risk: 'Receivers trust our mail less',
    source: 'policy default: RFC 7489 asks SPF to pass for the domain readers see',
    category: 'security',
    fix: 'Set a mail-from domain of our own and publish its records',
    effort: 'S',
    items: ({ identities }) =>
      failing(
        identities,
        'medium',
        (of) => !of.hasOwnMailFrom,
        () => 'SPF passes for the provider’s name alone',
      ),
  },
  {
    id: 'mail-without-dmarc',
    code: 'SES-DMARC',
    title: 'Mail domains anyone can imitate',
    risk: 'Anyone can send mail in our name',
    source: 'policy default: RFC 7489',
    category: 'security',
    fix: 'Publish a DMARC record, watch its reports, then ask receivers to quarantine',
    effort: 'S',
    items: ({ identities }) =>
      identities
        .filter(({ dmarc }) => dmarc === 'absent' || dmarc === 'none')
        .map(({ name, dmarc }) => ({
          resource: name,
          evidence: dmarc === 'absent' ? 'no DMARC record' : 'DMARC watches only (p=none)',
          severity: dmarc === 'absent' ? 'high' : 'low',
        })),
  },
  {
    id: 'mail-in-the-sandbox',
    code: 'SES-PROD',
    title: 'Mail accounts that may only write to themselves',
    risk: 'Confirmations and reports do not reach customers',
    source: 'policy default: SES GetAccount, ProductionAccessEnabled and SendingEnabled',
    category: 'tech-debt',
    fix: 'Ask the provider to let the account send to everyone',
    effort: 'S',
    items: ({ leftSandbox }) => ifSo(!leftSandbox, 'high', 'mail account', 'still in the sandbox, or sending is off'),
  },
  {
    id: 'mail-about-to-be-stopped',
    code: 'SES-REP',
    title: 'Mail accounts with too many bounces or complaints',
    risk: 'The provider may stop all our mail',
    source: 'SES sending review: bounces from 5 %, complaints from 0.1 %',
    category: 'security',
    fix: 'Stop the next mailing and clean the list',
    effort: 'M',
    items: ({ bounceBps, complaintBps }) => [
      ...ifSo(bounceBps >= MOST_BOUNCES_BPS, 'critical', 'mail account, bounces', 'bounces have reached 5 %'),
      ...ifSo(
        complaintBps >= MOST_COMPLAINTS_BPS,
        'critical',
        'mail account, complaints',
        'complaints have reached 0.1 %',
      ),
    ],
  },
]);
