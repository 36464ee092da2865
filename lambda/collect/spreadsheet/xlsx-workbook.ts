import type { FormatMeaning } from './number-formats.ts';
import { builtInMeaning, formatMeaning } from './number-formats.ts';
import type { SheetBytes } from './sheet-bytes.ts';
import { sheetRefused, sheetTooLarge } from './sheet-refused.ts';
import { readXml } from './xml-events.ts';
import type { ZipEntry } from './zip-entries.ts';
import { unpacked, zipEntries } from './zip-entries.ts';

/** A sheet of a workbook: its name on the tab, whether it is shown, and where it lies. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** What the sheets of a workbook have in common. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Whether days are counted from 1904, as old Macs did, instead of 1900. */
  readonly from1904: boolean;
  /** By the number a cell names its style with. */
  readonly styles: readonly FormatMeaning[];
  readonly sharedStrings: ZipEntry | undefined;
}

const SMALL_PART = 16_000_000;
const MOST_STYLES = 70_000;

/** Reads what a workbook says about itself; its cells are not touched. @throws FaultError when it is no workbook. */
export async function openWorkbook(bytes: SheetBytes): Promise<Workbook> {
  const entries = await zipEntries(bytes);
  refuseOtherKinds(entries);
  const part = (name: string) => entries.get(name);
  const read = (entry: ZipEntry) => unpacked(bytes, entry, SMALL_PART);
  const mainPath = await officeDocument(part('_rels/.rels'), read);
  const main = part(mainPath);
  if (main === undefined) throw sheetRefused('This is a zip file, but no workbook. Save the sheet as XLSX or CSV.');
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1);
  const links = await relations(part(`${folder}_rels/${mainPath.slice(folder.length)}.rels`), read, folder);
  const { named, from1904 } = await sheetNames(read(main));
  const linked = (type: string) => [...links.values()].find((link) => link.type.endsWith(`/${type}`));
  const sheets = named.flatMap(({ name, hidden, link }) => {
    const to = links.get(link);
    const entry = to?.type.endsWith('/worksheet') ? part(to.target) : undefined;
    return entry === undefined ? [] : [{ name, hidden, entry }];
  });
  if (sheets.length === 0) throw sheetRefused('This workbook has no sheet with cells.');
  const stylesPart = part(linked('styles')?.target ?? '');
  return {
    sheets,
    from1904,
    styles: stylesPart === undefined ? [] : await cellStyles(read(stylesPart)),
    sharedStrings: part(linked('sharedStrings')?.target ?? ''),
  };
}

function refuseOtherKinds(entries: ReadonlyMap<string, ZipEntry>): void {
  if (entries.has('xl/workbook.bin')) throw sheetRefused('This is a binary workbook (.xlsb). Save it as .xlsx.');
  if (entries.has('Index/Document.iwa')) throw sheetRefused('This is a Numbers file. Export it as XLSX or CSV.');
  if (entries.has('content.xml') && entries.has('mimetype')) {
    throw sheetRefused('This is an OpenDocument file (.ods). Save it as .xlsx or CSV.');
  }
}

interface Link {
  readonly type: string;
  readonly target: string;
}

type ReadPart = (entry: ZipEntry) => AsyncIterable<Uint8Array>;

async function officeDocument(entry: ZipEntry | undefined, read: ReadPart): Promise<string> {
  const links = await relations(entry, read, '');
  return [...links.values()].find((link) => link.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
}

async function relations(
  entry: ZipEntry | undefined,
  read: ReadPart,
  folder: string,
): Promise<ReadonlyMap<string, Link>> {
  const links = new Map<string, Link>();
  if (entry === undefined) return links;
  await readXml(read(entry), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      links.set(Id, { type: Type, target: Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}` });
    },
  });
  return links;
}

async function sheetNames(pieces: AsyncIterable<Uint8Array>) {
  const named: { readonly name: string; readonly hidden: boolean; readonly link: string }[] = [];
  let from1904 = false;
  await readXml(pieces, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const link = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      named.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', link });
    },
  });
  return { named, from1904 };
}

async function cellStyles(pieces: AsyncIterable<Uint8Array>): Promise<FormatMeaning[]> {
  const own = new Map<string, FormatMeaning>();
  const styles: FormatMeaning[] = [];
  let inCells = false;
  await readXml(pieces, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') own.set(numFmtId, formatMeaning(formatCode));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(own.get(numFmtId) ?? builtInMeaning(Number(numFmtId)));
      if (styles.length > MOST_STYLES || own.size > MOST_STYLES)
        throw sheetTooLarge('This workbook has more cell styles than any we take.');
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
