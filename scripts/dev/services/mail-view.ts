import type { ParsedMail } from './parsed-mail.ts';
import { plainText } from './xml.ts';

/** What the sealed frame may do: show the mail with its own styles and pictures, and nothing else. */
export const MAIL_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The mail's own HTML for the sealed frame, with the pictures it carries put in place. */
export function framedHtml(mail: ParsedMail): string {
  const shown = (mail.html ?? '').replace(/cid:([^"'\s)>]+)/gi, (all, id: string) => pictureUrl(mail, id) ?? all);
  // Without this a click would replace the frame by an error page; a sandbox without popups ignores it instead.
  const still = '<base target="_blank">';
  return /<head\b[^>]*>/i.test(shown) ? shown.replace(/<head\b[^>]*>/i, (head) => head + still) : shown + still;
}

/** The web addresses a mail links to, each once, in order; at most thirty. */
export function linksIn(mail: ParsedMail): string[] {
  const found =
    mail.html === undefined
      ? [...(mail.text ?? '').matchAll(/https?:\/\/[^\s<>"']+/gi)].map(([address]) => address)
      : [...mail.html.matchAll(/<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) =>
          plainText(match[1] ?? match[2] ?? '').trim(),
        );
  return [...new Set(found)].filter((address) => /^https?:\/\//i.test(address)).slice(0, 30);
}

function pictureUrl(mail: ParsedMail, encodedId: string): string | undefined {
  const id = safelyDecoded(encodedId);
  const part = mail.attachments.find(({ contentId, mimeType }) => contentId === id && mimeType.startsWith('image/'));
  if (part === undefined || !/^image\/[a-z0-9.+-]+$/.test(part.mimeType)) return undefined;
  return `data:${part.mimeType};base64,${Buffer.from(part.content).toString('base64')}`;
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a content id may hold a bare percent sign
  }
}
