/** How many milliseconds the invocation still has; without bound where nobody ends it. */
export type Remaining = () => number;

export const UNBOUND: Remaining = () => Number.POSITIVE_INFINITY;

/** A claim needs the connect (2 s), the request (10 s) and the writes around it, and then some. */
const TO_SEND_MS = 30_000;
/** A report needs its figures, its renderings and the writes to the archive. */
const TO_WRITE_MS = 45_000;

export const hasTimeToSend = (remaining: Remaining): boolean => remaining() > TO_SEND_MS;
export const hasTimeToWrite = (remaining: Remaining): boolean => remaining() > TO_WRITE_MS;
