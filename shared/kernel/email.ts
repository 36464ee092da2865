/** Whether text is the address of one plain mailbox, in lower case but for the part before the @: ASCII local part, a dotted domain, no quotes, lists or line breaks. Kept narrow on purpose. */
export function isEmail(value: string): boolean {
  return value.length <= 254 && value.indexOf('@') <= 64 && MAILBOX.test(value);
}

/** RFC 5321 dot-string and domain: no dot and no dash at an edge. */
const MAILBOX =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;
