/** What is done with a mail of which nobody can say whether it went: a person says, or it goes again once that is safe. */
export const ON_UNKNOWN = ['hold', 'resend'] as const;
export type OnUnknown = (typeof ON_UNKNOWN)[number];

/** The times and bounds deliveries are held to. One value of them is in use; tests break each to see it matter. */
export interface SendingRules {
  readonly onUnknown: OnUnknown;
  /** A claim older than this was made by a process that no longer lives: Lambda's longest run is 15 minutes. */
  readonly claimOutlivesMs: number;
  /**
   * That no event came means something only once another mail, sent later, has had its event handled this long ago:
   * until then ours may still be among those tried again.
   */
  readonly graceMs: number;
  /** An unknown mail without such proof for so long waits for a person; a ready one is given up. */
  readonly longestMs: number;
  /** How often, in all, it may be in doubt. */
  readonly mostDoubts: number;
}

export const SENDING_RULES: SendingRules = {
  onUnknown: 'resend',
  claimOutlivesMs: 20 * 60_000,
  graceMs: 60 * 60_000,
  longestMs: 24 * 3_600_000,
  mostDoubts: 6,
};
