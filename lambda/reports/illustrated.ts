import type { ChartBlock, ReportDocument } from '../../shared/reports/document/report-document.ts';
import type { Letterhead } from '../../shared/reports/render/letterhead.ts';
import type { Format, Rendering } from '../../shared/reports/render/rendering.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import type { InlineImage } from '../mail/message.ts';
import { chartImage } from './chart-image.ts';

const EMBEDDED = 'data:image/png;base64,';

/** A document in every format, its HTML with the pictures inside: a page that stands alone, for archive and preview. */
export async function illustratedRenderings(
  document: ReportDocument,
  letterhead: Letterhead,
): Promise<Readonly<Record<Format, Rendering>>> {
  const drawn = await Promise.all(
    chartsIn(document).map(async (chart) => {
      const { png, width, height } = await chartImage(chart);
      return [chart, { src: `${EMBEDDED}${Buffer.from(png).toString('base64')}`, width, height }] as const;
    }),
  );
  return renderings(document, letterhead, new Map(drawn));
}

/** What a mail is made of: its texts, and the pictures its HTML names by their ids. */
export interface MailParts {
  readonly text: string;
  readonly html: string;
  readonly images: readonly InlineImage[];
}

/**
 * The parts of a document's mail, from its page and text as they lie in the archive: nothing is rendered or drawn again,
 * each picture only moves out of the page to travel beside it. @throws Error when the page shows other pictures than the
 * document has charts.
 */
export function mailParts(document: ReportDocument, page: string, text: string): MailParts {
  const charts = chartsIn(document);
  const images: InlineImage[] = [];
  const html = page.replaceAll(EMBEDDED_SRC, (_, base64: string) => {
    const cid = `chart-${images.length + 1}.${charts[images.length]?.chart}`;
    images.push({ cid, png: Buffer.from(base64, 'base64') });
    return ` src="cid:${cid}"`;
  });
  if (images.length !== charts.length) {
    throw new Error(`the page of ${document.report} shows ${images.length} pictures of ${charts.length} charts`);
  }
  return { text, html, images };
}

/** Where a page holds a picture. A quote in a text is escaped, so only our own markup can look like this. */
const EMBEDDED_SRC = new RegExp(` src="${EMBEDDED}([A-Za-z0-9+/=]+)"`, 'g');

/** Every chart of a document, in the order a reader meets them. */
function chartsIn({ sections }: ReportDocument): readonly ChartBlock[] {
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
}
