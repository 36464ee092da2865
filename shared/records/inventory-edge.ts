import * as z from 'zod/mini';
import { day, flag, label, oneOf, share } from './fields.ts';
import { listOf, seconds, section } from './inventory-fields.ts';

/** What the world sees: sites, names, certificates, mail. */
export const EDGE_SECTIONS = {
  distributions: listOf({
    name: label,
    allowsPlainHttp: flag,
    hasFirewall: flag,
    /** Files come from a bucket that only this distribution may read. */
    hasOriginAccessControl: flag,
    hasDefaultDocument: flag,
    allowsOldTls: flag,
    hasAccessLog: flag,
    pageCacheSeconds: seconds,
    assetCacheSeconds: seconds,
    cachesApi: flag,
    priceClass: oneOf(['all', 'no_far_regions', 'america_europe']),
  }),
  /** What a visit to each site answered with. */
  sites: listOf({
    name: label,
    missingHeaders: z.array(
      oneOf([
        'strict-transport-security',
        'content-security-policy',
        'x-content-type-options',
        'frame-ancestors or x-frame-options',
      ]),
    ),
  }),
  names: section({
    /** Records that point at an address nobody of ours holds any more. */
    dangling: z.array(z.strictObject({ name: label, pointsTo: label })),
    domains: z.array(z.strictObject({ name: label, expiresOn: day })),
    certificates: z.array(z.strictObject({ name: label, expiresOn: day })),
  }),
  mail: section({
    leftSandbox: flag,
    bounceBps: share,
    complaintBps: share,
    identities: z.array(
      z.strictObject({
        name: label,
        signsWithDkim: flag,
        /** Bounces come back to a domain of ours, so that SPF passes for our name. */
        hasOwnMailFrom: flag,
        dmarc: oneOf(['absent', 'none', 'quarantine', 'reject']),
      }),
    ),
  }),
} as const;
