import { ACCOUNT_SUBJECTS } from './accounting/account-lines.ts';
import { BRIDGE_FACTS } from './accounting/bridge.ts';
import { CHARTER_MONEY_FACTS, OPEN_CHARTER_SUBJECTS } from './accounting/charter-money.ts';
import { CLOSE_CHECK_SUBJECTS, CLOSE_FACTS } from './accounting/close.ts';
import { DEPOSIT_FACTS, DEPOSIT_MONTH_SUBJECTS } from './accounting/deposits.ts';
import { HELD_FACTS } from './accounting/held-for-others.ts';
import { LEFT_OUT_FACTS } from './accounting/left-out.ts';
import { PAPER_FACTS, QUESTION_SUBJECTS } from './accounting/missing-papers.ts';
import { INVOICE_SUBJECTS, RECEIVABLE_FACTS } from './accounting/receivables.ts';
import { ROADMAP_FACTS, ROADMAP_SUBJECTS } from './accounting/roadmap.ts';
import { STATEMENT_FACTS } from './accounting/statement-facts.ts';
import { TAX_LINE_SUBJECTS } from './accounting/tax-lines.ts';
import { VENDOR_FACTS, VENDOR_SUBJECTS } from './accounting/vendors.ts';
import { ASSET_FACTS, ASSET_SUBJECTS, DOCUMENT_SUBJECTS } from './assets.ts';
import { AHEAD_FACTS } from './bookings-ahead.ts';
import { BOOK_FACTS } from './books-kept.ts';
import { CANCELLATION_FACTS } from './cancellations.ts';
import { CASH_FACTS } from './cash.ts';
import { CASUALTY_FACTS } from './casualty-reports.ts';
import { CHANNEL_FACTS, CHANNEL_SUBJECTS } from './channels.ts';
import { CLIENT_BILLING_FACTS } from './clients/billing.ts';
import { CLIENT_SUBJECTS, RENEWAL_SUBJECTS } from './clients/client-subjects.ts';
import { CLIENT_MONEY_FACTS } from './clients/money.ts';
import { CHARTER_SUBJECTS, MILESTONE_SUBJECTS } from './debrief/charter-subjects.ts';
import { JOB_SUBJECTS, UNBILLED_SUBJECTS } from './delivery/job-subjects.ts';
import { DELIVERY_FACTS } from './delivery/totals.ts';
import type { FactDefinition, SubjectFacts } from './fact.ts';
import { ALLOCATION_SUBJECTS } from './finance/allocations.ts';
import { BELIEF_FACTS } from './finance/beliefs.ts';
import { CAPITAL_FACTS } from './finance/capital.ts';
import { CHARTER_GAP_FACTS } from './finance/charter-gap.ts';
import { FIXED_COST_RISE_FACTS } from './finance/fixed-cost-rises.ts';
import { FORECAST_FACTS } from './finance/forecasts.ts';
import { OUTLOOK_SUBJECTS } from './finance/outlook.ts';
import { SAFETY_MARGIN_FACTS } from './finance/safety-margin.ts';
import { SCENARIO_SUBJECTS } from './finance/scenarios.ts';
import { TRACKED_CASH_FACTS } from './finance/tracked-cash.ts';
import { UNSETTLED_FACTS, UNSETTLED_SUBJECTS } from './finance/unsettled.ts';
import { WEEK_FACTS, WEEK_SUBJECTS } from './finance/weeks.ts';
import { GROUNDED_FACTS } from './grounded-bookings.ts';
import { HANDED_OVER_FACTS, RISK_SUBJECTS, RUNNING_SERVICE_SUBJECTS } from './handed-over.ts';
import { AUDIT_FACTS } from './inventory/audit-facts.ts';
import { CHECK_SUBJECTS, FIXED_SUBJECTS, ITEM_SUBJECTS } from './inventory/check-subjects.ts';
import { COST_FACTS, SERVICE_SUBJECTS } from './inventory/costs.ts';
import { DEPLOYMENT_FACTS } from './inventory/deployments.ts';
import { PRACTICE_FACTS, PRACTICE_SUBJECTS } from './inventory/practices.ts';
import { ENDING_SUBJECTS, JOURNEY_SUBJECTS, STACK_SUBJECTS } from './inventory/stack-subjects.ts';
import { WASTE_FACTS } from './inventory/waste.ts';
import { LISTING_FACTS } from './listings.ts';
import { MARGIN_FACTS } from './margin-facts.ts';
import { ACQUISITION_FACTS } from './marketing/acquisition.ts';
import { CAMPAIGN_FACTS, CAMPAIGN_SUBJECTS } from './marketing/campaigns.ts';
import { DEMAND_FACTS } from './marketing/demand.ts';
import { LIFETIME_FACTS } from './marketing/lifetime-value.ts';
import { LISTING_SUBJECTS } from './marketing/listing-board.ts';
import { MAILING_LIST_FACTS, MAILING_LIST_SUBJECTS } from './marketing/mailing-lists.ts';
import { MARKETING_CHANNEL_SUBJECTS } from './marketing/marketing-channels.ts';
import { MILESTONE_PLAN_SUBJECTS, PLAN_FACTS } from './marketing/milestones.ts';
import { REVIEW_FACTS, WEBSITE_SUBJECTS } from './marketing/reviews-and-sites.ts';
import { SEARCH_FACTS, SEARCH_SUBJECTS } from './marketing/search-work.ts';
import { VISIBILITY_FACTS } from './marketing/visibility.ts';
import { MONTH_SUBJECTS } from './months.ts';
import { HOLDING_SUBJECTS, PEOPLE_FACTS, PERSON_SUBJECTS } from './people.ts';
import { PIPELINE_FACTS } from './pipeline.ts';
import { PLATFORM_LISTING_SUBJECTS } from './platform-listings.ts';
import { PROMISED_ACTION_SUBJECTS } from './promised-actions.ts';
import { RECURRING_FACTS } from './recurring-revenue.ts';
import { OCCUPANCY_FACTS } from './rental/occupancy-facts.ts';
import { RENT_FACTS } from './rental/rent-facts.ts';
import { RENTAL_INCOME_FACTS } from './rental/rental-income-facts.ts';
import { LEASE_SUBJECTS, PROPERTY_SUBJECTS, RENTAL_MONTH_SUBJECTS } from './rental/rental-subjects.ts';
import { RENTAL_YIELD_FACTS } from './rental/rental-yield-facts.ts';
import { UPKEEP_FACTS } from './rental/upkeep-facts.ts';
import { RENTAL_DATE_SUBJECTS, TICKET_SUBJECTS } from './rental/upkeep-subjects.ts';
import { REVENUE_FACTS } from './revenue.ts';
import { RUN_RATE_FACTS } from './run-rate.ts';
import { SAFETY_FACTS } from './safety.ts';
import { SUBSCRIPTION_FACTS } from './subscriptions.ts';
import { TARGET_FACTS } from './targets.ts';
import { TRIP_FACTS } from './trips.ts';
import { UTILISATION_FACTS } from './utilisation.ts';

/** The registry of figures: every one about a set of entities, in the order an appendix lists them. */
export const FACT_CATALOG: readonly FactDefinition[] = [
  ...REVENUE_FACTS,
  ...TARGET_FACTS,
  ...TRIP_FACTS,
  ...CANCELLATION_FACTS,
  ...AHEAD_FACTS,
  ...PIPELINE_FACTS,
  ...RUN_RATE_FACTS,
  ...UTILISATION_FACTS,
  ...MARGIN_FACTS,
  ...CASH_FACTS,
  ...CHANNEL_FACTS,
  ...LISTING_FACTS,
  ...SUBSCRIPTION_FACTS,
  ...RECURRING_FACTS,
  ...ASSET_FACTS,
  ...PEOPLE_FACTS,
  ...SAFETY_FACTS,
  ...CASUALTY_FACTS,
  ...GROUNDED_FACTS,
  ...BOOK_FACTS,
  ...VISIBILITY_FACTS,
  ...DEMAND_FACTS,
  ...ACQUISITION_FACTS,
  ...LIFETIME_FACTS,
  ...CAMPAIGN_FACTS,
  ...MAILING_LIST_FACTS,
  ...SEARCH_FACTS,
  ...PLAN_FACTS,
  ...REVIEW_FACTS,
  ...TRACKED_CASH_FACTS,
  ...SAFETY_MARGIN_FACTS,
  ...CHARTER_GAP_FACTS,
  ...CAPITAL_FACTS,
  ...FORECAST_FACTS,
  ...UNSETTLED_FACTS,
  ...FIXED_COST_RISE_FACTS,
  ...WEEK_FACTS,
  ...BELIEF_FACTS,
  ...AUDIT_FACTS,
  ...COST_FACTS,
  ...WASTE_FACTS,
  ...PRACTICE_FACTS,
  ...DEPLOYMENT_FACTS,
  ...STATEMENT_FACTS,
  ...LEFT_OUT_FACTS,
  ...BRIDGE_FACTS,
  ...CLOSE_FACTS,
  ...DEPOSIT_FACTS,
  ...CHARTER_MONEY_FACTS,
  ...RECEIVABLE_FACTS,
  ...HELD_FACTS,
  ...PAPER_FACTS,
  ...VENDOR_FACTS,
  ...ROADMAP_FACTS,
  ...HANDED_OVER_FACTS,
  ...OCCUPANCY_FACTS,
  ...RENTAL_INCOME_FACTS,
  ...RENTAL_YIELD_FACTS,
  ...RENT_FACTS,
  ...UPKEEP_FACTS,
  ...DELIVERY_FACTS,
  ...CLIENT_BILLING_FACTS,
  ...CLIENT_MONEY_FACTS,
];

/** Every figure about something smaller than an entity. */
export const SUBJECT_CATALOG: readonly SubjectFacts[] = [
  ASSET_SUBJECTS,
  DOCUMENT_SUBJECTS,
  HOLDING_SUBJECTS,
  PERSON_SUBJECTS,
  CHANNEL_SUBJECTS,
  MONTH_SUBJECTS,
  PLATFORM_LISTING_SUBJECTS,
  CHARTER_SUBJECTS,
  MILESTONE_SUBJECTS,
  MARKETING_CHANNEL_SUBJECTS,
  LISTING_SUBJECTS,
  CAMPAIGN_SUBJECTS,
  MAILING_LIST_SUBJECTS,
  SEARCH_SUBJECTS,
  MILESTONE_PLAN_SUBJECTS,
  WEBSITE_SUBJECTS,
  SCENARIO_SUBJECTS,
  ALLOCATION_SUBJECTS,
  OUTLOOK_SUBJECTS,
  WEEK_SUBJECTS,
  UNSETTLED_SUBJECTS,
  CHECK_SUBJECTS,
  ITEM_SUBJECTS,
  FIXED_SUBJECTS,
  SERVICE_SUBJECTS,
  ENDING_SUBJECTS,
  JOURNEY_SUBJECTS,
  PRACTICE_SUBJECTS,
  STACK_SUBJECTS,
  ACCOUNT_SUBJECTS,
  TAX_LINE_SUBJECTS,
  INVOICE_SUBJECTS,
  OPEN_CHARTER_SUBJECTS,
  DEPOSIT_MONTH_SUBJECTS,
  CLOSE_CHECK_SUBJECTS,
  VENDOR_SUBJECTS,
  QUESTION_SUBJECTS,
  ROADMAP_SUBJECTS,
  RUNNING_SERVICE_SUBJECTS,
  RISK_SUBJECTS,
  PROMISED_ACTION_SUBJECTS,
  PROPERTY_SUBJECTS,
  LEASE_SUBJECTS,
  RENTAL_MONTH_SUBJECTS,
  TICKET_SUBJECTS,
  RENTAL_DATE_SUBJECTS,
  JOB_SUBJECTS,
  UNBILLED_SUBJECTS,
  CLIENT_SUBJECTS,
  RENEWAL_SUBJECTS,
];
