import { daysBetween } from '../../../kernel/calendar.ts';
import { dayInWords } from '../../../kernel/month-names.ts';
import type { Check } from './check.ts';
import { checksOf, failing } from './check.ts';

const LONGEST_PAGE_SECONDS = 300;
const SHORTEST_ASSET_SECONDS = 86_400;
const RENEW_DAYS = 30;
const DOMAIN_RENEW_DAYS = 30;

export const EDGE_CHECKS: readonly Check[] = [
  ...checksOf('distributions', [
    {
      id: 'sites-over-plain-http',
      code: 'CF-HTTPS',
      title: 'Sites that answer over plain HTTP',
      risk: 'Sign-ins and bookings can be read on their way',
      source: 'Prowler cloudfront_distributions_https_enabled; FSBP CloudFront.3',
      category: 'security',
      fix: 'Redirect every visit to HTTPS',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'high',
          (of) => of.allowsPlainHttp,
          () => 'plain HTTP is allowed',
        ),
    },
    {
      id: 'sites-without-firewall',
      code: 'CF-WAF',
      title: 'Sites without a web firewall',
      risk: 'Nothing slows down those who try passwords or flood the site',
      source: 'Prowler cloudfront_distributions_using_waf; FSBP CloudFront.6',
      category: 'security',
      fix: 'Put a web firewall before the sites; it costs about $6 a month and $0.60 per million requests',
      effort: 'M',
      items: ({ items }) =>
        failing(
          items,
          'medium',
          (of) => !of.hasFirewall,
          () => 'no web firewall',
        ),
    },
    {
      id: 'sites-around-which-files-are-open',
      code: 'CF-OAC',
      title: 'Sites whose files can be read around them',
      risk: 'The site’s rules can be walked around',
      source: 'Prowler cloudfront_distributions_s3_origin_access_control; FSBP CloudFront.13',
      category: 'security',
      fix: 'Let the bucket answer its distribution alone',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'medium',
          (of) => !of.hasOriginAccessControl,
          () => 'no origin access control',
        ),
    },
    {
      id: 'sites-without-front-page',
      code: 'CF-ROOT',
      title: 'Sites that may list their files',
      risk: 'A visit to the bare address may list every file',
      source: 'Prowler cloudfront_distributions_default_root_object; FSBP CloudFront.1',
      category: 'security',
      fix: 'Name index.html as the front page',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'high',
          (of) => !of.hasDefaultDocument,
          () => 'no front page is named',
        ),
    },
    {
      id: 'sites-with-old-tls',
      code: 'CF-TLS',
      title: 'Sites that allow outdated encryption',
      risk: 'Old encryption can be broken',
      source: 'Prowler cloudfront_distributions_using_deprecated_ssl_protocols; FSBP CloudFront.10, CloudFront.15',
      category: 'security',
      fix: 'Ask for TLS 1.2 or newer',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'low',
          (of) => of.allowsOldTls,
          () => 'TLS older than 1.2 is allowed',
        ),
    },
    {
      id: 'sites-without-access-log',
      code: 'CF-LOG',
      title: 'Sites that keep no log of visits',
      risk: 'After an attack nobody can tell what was taken',
      source: 'Prowler cloudfront_distributions_logging_enabled; FSBP CloudFront.5',
      category: 'security',
      fix: 'Switch the log of visits on',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'medium',
          (of) => !of.hasAccessLog,
          () => 'no log of visits',
        ),
    },
    {
      id: 'sites-cached-wrongly',
      code: 'CF-TTL',
      title: 'Sites that are cached too long or not at all',
      risk: 'Visitors see old pages, or wait longer than they need',
      source: 'policy default: pages at most 5 minutes, files with a hash in their name a day or more, the API never',
      category: 'tech-debt',
      fix: 'Set how long pages and files are kept, and leave the API out',
      effort: 'S',
      items: ({ items }) =>
        items.flatMap((of) => {
          const wrong = [
            ...(of.pageCacheSeconds > LONGEST_PAGE_SECONDS ? ['pages too long'] : []),
            ...(of.assetCacheSeconds < SHORTEST_ASSET_SECONDS ? ['files too short'] : []),
            ...(of.cachesApi ? ['the API is cached'] : []),
          ];
          return wrong.length === 0
            ? []
            : [{ resource: of.name, evidence: `cached: ${wrong.join(', ')}`, severity: 'medium' as const }];
        }),
    },
    {
      id: 'sites-served-everywhere',
      code: 'CF-PRICE',
      title: 'Sites served from every region of the world',
      risk: 'Visits from regions without customers cost most',
      source: 'Thrifty: CloudFront price class',
      category: 'waste',
      fix: 'Serve from America and Europe alone',
      effort: 'S',
      items: ({ items }) =>
        failing(
          items,
          'low',
          (of) => of.priceClass === 'all',
          () => 'the dearest price class',
        ),
    },
  ]),
  ...checksOf('sites', [
    {
      id: 'sites-without-security-headers',
      code: 'HTTP-HDR',
      title: 'Sites without the headers that protect visitors',
      risk: 'Browsers are not told to refuse scripts and frames of others',
      source: 'policy default: HSTS, CSP, nosniff and a frame rule on every page',
      category: 'security',
      fix: 'Add the missing headers to the response headers policy',
      effort: 'S',
      items: ({ items }) =>
        items
          .filter(({ missingHeaders }) => missingHeaders.length > 0)
          .map(({ name, missingHeaders }) => ({
            resource: name,
            evidence: `missing: ${missingHeaders.join(', ')}`,
            severity: missingHeaders.some((header) => header.endsWith('security') || header.endsWith('policy'))
              ? 'medium'
              : 'low',
          })),
    },
  ]),
  ...checksOf('names', [
    {
      id: 'names-others-could-take',
      code: 'DNS-DANGLE',
      title: 'Domain names of ours that others could take over',
      risk: 'Somebody could put up a site of theirs under our name',
      source: 'Prowler route53_dangling_ip_subdomain_takeover',
      category: 'security',
      fix: 'Delete the records that point at nothing of ours',
      effort: 'S',
      items: ({ dangling }) =>
        dangling.map(({ name, pointsTo }) => ({
          resource: name,
          evidence: `points at ${pointsTo}`,
          severity: 'high',
        })),
    },
    {
      id: 'certificates-about-to-expire',
      code: 'ACM-EXP',
      title: 'Certificates that end within 30 days',
      risk: 'When it ends, browsers refuse the site',
      source: 'Prowler acm_certificates_expiration_check',
      category: 'security',
      fix: 'Renew the certificates and let renewal run by itself',
      effort: 'S',
      items: ({ certificates }, on) =>
        failing(
          certificates,
          'high',
          (of) => daysBetween(on, of.expiresOn) < RENEW_DAYS,
          (of) => `last day ${dayInWords(of.expiresOn)}`,
        ),
    },
    {
      id: 'domains-about-to-expire',
      code: 'DNS-EXP',
      title: 'Domains that end within 30 days',
      risk: 'When it ends, site and mail go silent, and anyone may register the name',
      source: 'policy default: high up to 30 days before the last day, critical after it',
      category: 'security',
      fix: 'Renew the domains and let the registrar renew them by itself',
      effort: 'S',
      items: ({ domains }, on) =>
        domains
          .map((of) => ({ ...of, left: daysBetween(on, of.expiresOn) }))
          .filter(({ left }) => left <= DOMAIN_RENEW_DAYS)
          .map(({ name, expiresOn, left }) => ({
            resource: name,
            evidence: `last day ${dayInWords(expiresOn)}`,
            severity: left < 0 ? 'critical' : 'high',
          })),
    },
  ]),
];
