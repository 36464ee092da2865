/** Why a mail surely was not taken: what has to change before it may be. */
export type NotSentCause =
  /** Too many mails a second; a moment later it may go. */
  | 'busy'
  /** SES could not be reached at all. */
  | 'unreachable'
  /** The mails of a day are used up. */
  | 'quota'
  /** The account or its set-up refuses every mail, not this one. */
  | 'account'
  /** Something of our own was not there in time. */
  | 'ours';

/** What became of handing one mail to SES. Only `accepted` and `refused` are certain to have a mail-shaped answer. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly messageId: string }
  /** Surely not taken: may be tried again. */
  | { readonly kind: 'not-sent'; readonly because: string; readonly cause: NotSentCause }
  /** Surely refused: this mail will never be taken. */
  | { readonly kind: 'refused'; readonly because: string; readonly byUs?: boolean }
  /** Nobody can say whether it was taken. */
  | { readonly kind: 'unknown'; readonly because: string };
