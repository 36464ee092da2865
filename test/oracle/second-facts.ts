/**
 * A second way to the figures: domain.md §3.3 in plain SQL over journal entries and records, sharing no line and no
 * balance with the product. `entries`, `charters`, `leads`, `targets`, `fixed_costs`, `invoices` are read from JSON
 * lines; `scope` holds the businesses asked about; m() is the month, lastfull() the last full one, today() the day.
 */
export const TABLES = `
  CREATE TABLE scope(entity VARCHAR);
  CREATE TABLE asked(m VARCHAR, lastfull VARCHAR, today DATE);
  CREATE MACRO m() AS (SELECT m FROM asked);
  CREATE MACRO lastfull() AS (SELECT lastfull FROM asked);
  CREATE MACRO today() AS (SELECT today FROM asked);
  CREATE MACRO months_before(month, n) AS strftime((month || '-01')::DATE - to_months(n), '%Y-%m');
  CREATE MACRO rounded(part, whole) AS (CASE WHEN whole = 0 THEN NULL ELSE round(part / whole)::BIGINT END);

  CREATE TABLE raw AS
    SELECT id, entityId AS entity, left(businessOn, 7) AS month, refs.charterId AS charter, refs.recordId AS record,
           template, unnest(lines, recursive := true)
    FROM entries;
  -- Both sides of what two businesses of the scope charged or sent each other: no figure of the two together.
  CREATE VIEW between_us AS
    SELECT record FROM entries_between JOIN scope USING (entity) GROUP BY record HAVING count(DISTINCT entity) = 2;
  CREATE VIEW l AS
    SELECT raw.* FROM raw JOIN scope USING (entity)
    WHERE account LIKE '10%' OR record IS NULL OR record NOT IN (SELECT record FROM between_us);
  CREATE VIEW ours AS SELECT c.* FROM charters c JOIN scope s ON s.entity = c.entityId;
  CREATE VIEW sailed AS
    SELECT *, left(performedOn, 7) AS month FROM ours WHERE performedOn IS NOT NULL AND lifecycle IN ('completed', 'closed');
  CREATE VIEW margins AS
    SELECT sailed.id, any_value(sailed.month) AS month, coalesce(-sum(raw.cents), 0)::BIGINT AS cents
    FROM sailed LEFT JOIN raw ON raw.charter = sailed.id
      AND account IN ('4010','4020','4030','4190','5010','5015','5020','5025','5030','5035','5040','5050')
    GROUP BY sailed.id;
  CREATE VIEW booked AS
    SELECT ours.id, ours.customerId, ours.bookedOn, left(ours.bookedOn, 7) AS month,
           list_sum([p.totalCents FOR p IN priceLines IF p.kind <> 'tax'])::BIGINT AS net
    FROM ours WHERE bookedOn IS NOT NULL;
  CREATE VIEW cash_lines AS
    SELECT * FROM l WHERE id IN (SELECT id FROM l WHERE account IN ('1010','1015','1020','1030'));
  CREATE VIEW burn AS
    SELECT month,
      sum(cents) FILTER (account[1] IN ('5','6') OR account IN ('1300','2010','2020','2310')) AS out,
      -sum(cents) FILTER (account[1] = '4' OR account IN ('1100','1110','1150','1160','2100','2105','2110','2120','2130','2400','2500')) AS got
    FROM cash_lines WHERE month BETWEEN months_before(lastfull(), 2) AND lastfull() GROUP BY month;
  CREATE VIEW owed AS
    SELECT cents, (today() - due::DATE) AS late FROM (
      SELECT sum(raw.cents)::BIGINT AS cents,
             coalesce(any_value(i.dueOn), any_value(ours.performedOn), any_value(ours.sailsOn)) AS due
      FROM ours JOIN raw ON raw.charter = ours.id AND raw.account = '1110'
      LEFT JOIN (SELECT charterId, min(dueOn) AS dueOn FROM invoices WHERE status = 'open' GROUP BY charterId) i
        ON i.charterId = ours.id
      GROUP BY ours.id
      UNION ALL
      SELECT cents - paidCents, dueOn FROM invoices JOIN scope ON entity = entityId
      WHERE status = 'open' AND charterId IS NULL)
    WHERE cents <> 0;
  CREATE VIEW channel_revenue AS
    SELECT channelId, -sum(raw.cents)::BIGINT AS revenue
    FROM raw JOIN ours ON ours.id = raw.charter
    WHERE account LIKE '4%' AND month BETWEEN months_before(m(), 2) AND m()
    GROUP BY channelId HAVING sum(raw.cents) <> 0;
  CREATE VIEW channel_parts AS
    SELECT channelId, revenue, greatest(revenue, 0) * 10000 // t AS floor, greatest(revenue, 0) * 10000 % t AS rest
    FROM channel_revenue, (SELECT sum(greatest(revenue, 0))::BIGINT AS t FROM channel_revenue) WHERE t > 0;
  CREATE VIEW won AS
    SELECT id FROM leads JOIN scope ON entity = entityId WHERE wonOn::DATE <= askedOn::DATE + 30;
  CREATE VIEW mature AS
    SELECT strftime(d, '%Y-%m') AS month FROM range(DATE '2020-01-01', DATE '2040-01-01', INTERVAL 1 MONTH) r(d)
    WHERE last_day(d) + 30 < today() AND strftime(d, '%Y-%m') <= m() ORDER BY month DESC LIMIT 3;
`;

const stands = (...codes: readonly string[]) =>
  `SELECT coalesce(sum(cents), 0) FROM l WHERE month <= m() AND account IN (${codes.map((code) => `'${code}'`).join()})`;
const owes = (...codes: readonly string[]) => `SELECT -(${stands(...codes)})`;
const UNRESTRICTED = stands(
  '1010',
  '1015',
  '1020',
  '1030',
  '2100',
  '2105',
  '2110',
  '2130',
  '2200',
  '2210',
  '2300',
  '2500',
);
const GROSS = 'SELECT rounded(coalesce(sum(out), 0), 3) FROM burn';
const NET = 'SELECT rounded(coalesce(sum(out), 0) - coalesce(sum(got), 0), 3) FROM burn';
const REVENUE = `SELECT coalesce(-sum(cents), 0) FROM l WHERE month = m() AND account LIKE '4%'`;
const AVERAGE = `SELECT rounded(sum(cents), count(*)) FROM margins WHERE month BETWEEN months_before(m(), 2) AND m()`;
const FIXED = `SELECT coalesce(sum(centsPerMonth), 0) FROM fixed_costs JOIN scope ON entity = entityId
  WHERE "from" <= m() AND (until IS NULL OR m() <= until)`;
const NEW_CUSTOMERS = `SELECT count(*) FROM (
    SELECT arg_min(id, bookedOn) AS id, left(min(bookedOn), 7) AS month FROM charters WHERE bookedOn IS NOT NULL GROUP BY customerId
  ) f JOIN ours USING (id) WHERE month BETWEEN months_before(lastfull(), 2) AND lastfull()`;
const ADVERTISING = `SELECT coalesce(sum(cents), 0) FROM l
  WHERE account = '6100' AND month BETWEEN months_before(lastfull(), 2) AND lastfull()`;
const aged = (test: string) => `SELECT coalesce(sum(cents), 0) FROM owed WHERE ${test}`;

/** Each figure by the id it has in our reports, as a query of one value; nothing where it is not defined. */
export const SECOND_FACTS: Readonly<Record<string, string>> = {
  'recognised-revenue': REVENUE,
  'deposits-closing': owes('2100', '2105'),
  'unrestricted-cash': UNRESTRICTED,
  'gross-burn': GROSS,
  'net-burn': NET,
  runway: `SELECT CASE WHEN (${NET}) <= 0 THEN 'not burning'
    ELSE greatest(0, floor((${UNRESTRICTED}) * 10 / (${NET})))::BIGINT::VARCHAR END`,
  'charter-contribution': 'SELECT coalesce(sum(cents), 0) FROM margins WHERE month = m()',
  'average-contribution': AVERAGE,
  'break-even-charters': `SELECT CASE WHEN (${AVERAGE}) IS NULL THEN NULL WHEN (${AVERAGE}) <= 0 THEN 'unreachable'
    ELSE ceil((${FIXED}) / (${AVERAGE}))::BIGINT::VARCHAR END`,
  'booked-value': 'SELECT coalesce(sum(net), 0) FROM booked WHERE month = m()',
  'average-booking-value': 'SELECT rounded(sum(net), count(*)) FROM booked WHERE month = m() AND net <> 0',
  'cancellation-rate': `SELECT rounded(10000 * called_off, called_off + missed + sailings) FROM
    (SELECT count(*) AS sailings FROM sailed WHERE month = m()),
    (SELECT count(*) FILTER (lifecycle = 'cancelled') AS called_off, count(*) FILTER (lifecycle = 'no_show') AS missed
     FROM ours WHERE left(sailsOn, 7) = m() AND cancellation IS NOT NULL)`,
  // Where no lead ever booked in its thirty days, nobody wrote down which did: unknown, not nought per cent.
  'conversion-rate': `SELECT CASE WHEN EXISTS (SELECT 1 FROM won) THEN rounded(10000 * count(*) FILTER (id IN (SELECT id FROM won)), count(*)) END
    FROM leads JOIN scope ON entity = entityId WHERE left(askedOn, 7) IN (SELECT month FROM mature)`,
  'marketing-spend': ADVERTISING,
  'new-customers': NEW_CUSTOMERS,
  'blended-cac': `SELECT rounded((${ADVERTISING}), (${NEW_CUSTOMERS}))`,
  receivables: aged('true'),
  'receivables-current': aged('cents > 0 AND late <= 0'),
  'receivables-1-30': aged('cents > 0 AND late BETWEEN 1 AND 30'),
  'receivables-31-60': aged('cents > 0 AND late BETWEEN 31 AND 60'),
  'receivables-61-90': aged('cents > 0 AND late BETWEEN 61 AND 90'),
  'receivables-91-plus': aged('cents > 0 AND late > 90'),
  'receivables-credits': aged('cents < 0'),
  'net-income': `SELECT coalesce(-sum(cents), 0) FROM l WHERE month = m() AND account[1] IN ('4', '5', '6')`,
  'sales-tax-payable': owes('2200'),
  'tips-payable': owes('2300'),
  'total-assets': `SELECT coalesce(sum(cents), 0) FROM l WHERE month <= m() AND account LIKE '1%'`,
  'total-liabilities': `SELECT coalesce(-sum(cents), 0) FROM l WHERE month <= m() AND account LIKE '2%'`,
  'performed-charters': 'SELECT count(*) FROM sailed WHERE month = m()',
  'revenue-gap': `SELECT (${REVENUE}) - (SELECT sum("value") FROM targets JOIN scope ON entity = entityId
    WHERE month = m() AND metric = 'revenue')`,
};

/** Figures that are lists, as one line of text. */
export const SECOND_LISTS = {
  trialBalance: `SELECT string_agg(account || ' ' || cents, ', ' ORDER BY account) FROM
    (SELECT account, sum(cents) AS cents FROM l WHERE month <= m() GROUP BY account HAVING sum(cents) <> 0)`,
  channelShare: `SELECT string_agg(channelId || ' ' || (floor + (rank <= (SELECT 10000 - sum(floor) FROM channel_parts))::INT), ', '
      ORDER BY revenue DESC, channelId)
    FROM (SELECT *, row_number() OVER (ORDER BY rest DESC, revenue DESC, channelId) AS rank FROM channel_parts)`,
} as const;
