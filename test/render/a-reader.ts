/** What a reader sees of each format, worked out without the code that wrote it. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', zwnj: '' };

/** The words of an HTML mail: no comments, styles or preheader; block tags end a word, inline tags do not. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<\/?(b|em|span|small|a)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (_, name: string) =>
      name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? '?'),
    )
    .replace(/(\s|\u034f)+/g, ' ');
}

/** Every start tag of an HTML text, with its attributes. */
export function tagsOf(html: string): readonly string[] {
  return html.replace(/<!--[\s\S]*?-->/g, '').match(/<[a-z!][^>]*>/gi) ?? [];
}

/** The records of an RFC 4180 text. Throws where it is not one. */
export function recordsOf(csv: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
    field.lastIndex = at;
    const match = field.exec(csv);
    if (match === null) throw new Error(`no field at ${at}`);
    record.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    at = field.lastIndex;
    if (csv[at] === ',') {
      at += 1;
    } else if (csv.startsWith('\r\n', at)) {
      records.push(record);
      record = [];
      at += 2;
    } else throw new Error(`neither comma nor line end at ${at}: ${csv.slice(at, at + 20)}`);
  }
  return records;
}

/** The numbers a text shows, each once. */
export function numbersIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\d[\d,.:]*(?<![,.:])/g) ?? []);
}
