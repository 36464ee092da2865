/** Which kind of record a field names by its id. A field that is not here is filled in by hand. */
const REFERENCES: Readonly<Record<string, string>> = {
  entityId: 'entity',
  otherEntityId: 'entity',
  channelId: 'channel',
  firstChannelId: 'channel',
  vesselId: 'vessel',
  customerId: 'customer',
  userId: 'person',
  listingId: 'listing',
  campaignId: 'campaign',
  billId: 'bill',
  subscriptionId: 'subscription',
  charterId: 'charter',
  rebookedFrom: 'charter',
  report: 'report',
};

/** The kind of record a field's value is the id of, or nothing. */
export function referenceOf(field: string): string | undefined {
  return REFERENCES[field];
}
