import PostalMime, { type Address, type Attachment } from 'postal-mime';

/** A mail as a reader sees it. */
export interface ParsedMail {
  readonly subject: string;
  /** Written as in a header: Name <address>. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** Every bare address in To, Cc and Bcc, in order: whom SES sends to when a call names no destinations. */
  readonly headerAddresses: readonly string[];
  /** Bare addresses in To and Cc alone, in lower case: whom every recipient can see. */
  readonly visibleAddresses: readonly string[];
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly attachments: readonly MailAttachment[];
  /** Why the message could not be read as a mail, if so; the raw bytes are kept all the same. */
  readonly problem: string | undefined;
}

/** A part of a mail that is neither its text nor its HTML; pictures inside the HTML too. */
export interface MailAttachment {
  readonly name: string;
  readonly mimeType: string;
  readonly contentId: string | undefined;
  readonly content: Uint8Array;
}

/** Reads the raw bytes of a mail. Never throws: what cannot be read is named in `problem`. */
export async function parsedMail(raw: Uint8Array): Promise<ParsedMail> {
  try {
    const mail = await PostalMime.parse(raw);
    return {
      subject: mail.subject ?? '',
      from: namesOf(mail.from === undefined ? [] : [mail.from]),
      to: namesOf(mail.to),
      cc: namesOf(mail.cc),
      headerAddresses: addressesOf([...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])]),
      visibleAddresses: addressesOf([...(mail.to ?? []), ...(mail.cc ?? [])]).map((address) => address.toLowerCase()),
      headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
      text: mail.text,
      html: mail.html,
      attachments: mail.attachments.map(attachment),
      problem: undefined,
    };
  } catch (error) {
    return { ...NO_MAIL, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The first words of a mail on one line, at most 160 characters. */
export function previewOf(mail: ParsedMail): string {
  const body = mail.text ?? (mail.html ?? '').replace(/<(style|script|head)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
  const line = body
    .replace(/^[=-]{3,}$/gm, '') // the rules under headings of a text
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/** A mail of which nothing is known. */
export const NO_MAIL: ParsedMail = {
  subject: '',
  from: [],
  to: [],
  cc: [],
  headerAddresses: [],
  visibleAddresses: [],
  headers: [],
  text: undefined,
  html: undefined,
  attachments: [],
  problem: undefined,
};

function namesOf(list: readonly Address[] | undefined): string[] {
  return mailboxes(list ?? []).map(({ name, address }) => (name === '' ? address : `${name} <${address}>`));
}

function addressesOf(list: readonly Address[]): string[] {
  return mailboxes(list).map(({ address }) => address);
}

function mailboxes(list: readonly Address[]): { readonly name: string; readonly address: string }[] {
  return list.flatMap((entry) => (entry.group === undefined ? [entry] : entry.group));
}

function attachment({ filename, mimeType, contentId, content }: Attachment, index: number): MailAttachment {
  return {
    name: filename ?? `part-${index + 1}`,
    mimeType,
    contentId: contentId?.replace(/^<|>$/g, ''),
    content: typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content),
  };
}
