const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text made safe inside an XML element or attribute; characters XML 1.0 cannot hold become U+FFFD. */
export function xmlText(text: string | number | boolean): string {
  return (
    String(text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"'\r]/g, (found) => `&#${found.charCodeAt(0)};`)
  );
}

/** One element around text. */
export function element(name: string, text: string | number | boolean): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

/** The inner text of every element of this name, in order; for the few small bodies AWS clients send. */
export function elementsIn(xml: string, name: string): string[] {
  const pattern = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'g');
  return [...xml.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** The text an element stands for, with its entities resolved. */
export function plainText(escaped: string): string {
  return escaped.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_all, hex, decimal, name) =>
    name === undefined ? String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)) : (ENTITIES[name] ?? ''),
  );
}
