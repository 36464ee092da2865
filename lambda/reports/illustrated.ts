import type { ChartBlock, ReportDocument } from '../../shared/reports/document/report-document.ts';
import type { Picture } from '../../shared/reports/render/html-charts.ts';
import type { Letterhead } from '../../shared/reports/render/letterhead.ts';
import type { Format, Rendering } from '../../shared/reports/render/rendering.ts';
import { mailRenderings, renderings } from '../../shared/reports/render/rendering.ts';
import type { InlineImage } from '../mail/message.ts';
import type { ChartImage } from './chart-image.ts';
import { chartImage } from './chart-image.ts';

/** A document in every format, its HTML with the pictures inside: a page that stands alone, for archive and preview. */
export async function illustratedRenderings(
  document: ReportDocument,
  letterhead: Letterhead,
): Promise<Readonly<Record<Format, Rendering>>> {
  const drawn = await drawnCharts(document);
  return renderings(
    document,
    letterhead,
    placed(drawn, ({ image }) => `data:image/png;base64,${base64(image.png)}`),
  );
}

/** What a mail of a document is made of: its texts, and the pictures its HTML names by their ids. */
export async function mailParts(
  document: ReportDocument,
  letterhead: Letterhead,
): Promise<{ readonly text: string; readonly html: string; readonly images: readonly InlineImage[] }> {
  const drawn = await drawnCharts(document);
  const pictures = placed(drawn, ({ cid }) => `cid:${cid}`);
  const { html, txt } = mailRenderings(document, letterhead, pictures);
  return { text: txt.body, html: html.body, images: drawn.map(({ cid, image }) => ({ cid, png: image.png })) };
}

interface Drawn {
  readonly chart: ChartBlock;
  readonly cid: string;
  readonly image: ChartImage;
}

/** Every chart of a document, drawn, in the order a reader meets them. */
async function drawnCharts({ sections }: ReportDocument): Promise<readonly Drawn[]> {
  const charts = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
  return Promise.all(
    charts.map(async (chart, at) => ({ chart, cid: `chart-${at + 1}.${chart.chart}`, image: await chartImage(chart) })),
  );
}

function placed(drawn: readonly Drawn[], srcOf: (one: Drawn) => string): ReadonlyMap<ChartBlock, Picture> {
  return new Map(
    drawn.map((one) => [one.chart, { src: srcOf(one), width: one.image.width, height: one.image.height }]),
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
