/** The sign-in mail before it is bytes. */
export interface SignInMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The mail that carries a sign-in link: one sentence, the link, and what to do when it was not asked for. */
export function signInMail(company: string, name: string, address: string): SignInMail {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  const hello = `Hello ${oneLine(name)},`;
  const ask = `open this link to sign in to ${oneLine(company)}. It works once, for 10 minutes, in the browser you asked from.`;
  const other = 'You did not ask for it? Then leave it; nobody can sign in without it.';
  return {
    subject: `Sign in to ${oneLine(company)}`,
    text: `${hello}\n\n${ask}\n\n${address}\n\n${other}\n`,
    html:
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in</title></head><body>' +
      `<p>${escaped(hello)}</p><p>${escaped(ask)}</p>` +
      `<p><a href="${escaped(address)}">Sign in</a></p><p>${escaped(address)}</p><p>${escaped(other)}</p></body></html>`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
  return plain.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
