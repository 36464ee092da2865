import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type { ChartBlock } from '../../shared/reports/document/report-document.ts';
import { drawnChart } from '../../shared/reports/render/charts/drawn-chart.ts';
import { LIGHT } from '../../shared/reports/render/charts/palette.ts';
import { markup } from '../../shared/reports/render/html-escape.ts';

/** A chart as a picture a mail can carry: PNG, with the size it is shown at. */
export interface ChartImage {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** How wide a mail shows a picture at most; it holds twice as many dots for screens that have them. */
export const SHOWN_WIDTH = 560;
const DENSITY = 2;
/** A phone shows it at 300 or so: drawn for a width between the two, its words are large enough on both. */
const DRAWN_WIDTH = 400;
const TYPEFACE = 'SCC Chart';

/**
 * Draws a chart by day, on its own light ground with a frame, so that it reads in the dark too. Same chart, same bytes:
 * what was drawn for one report is not drawn again for the next that shows it.
 */
export async function chartImage(chart: ChartBlock): Promise<ChartImage> {
  const look = { width: DRAWN_WIDTH, palette: LIGHT, font: TYPEFACE, onPaper: true };
  const { svg, width, height } = drawnChart(chart, look);
  const source = markup(svg);
  const held = drawnLately.get(source);
  if (held !== undefined) return held;
  const png = pngOf(source, await drawingTools());
  const image = { png, width: SHOWN_WIDTH, height: Math.round((height * SHOWN_WIDTH) / width) };
  if (drawnLately.size >= MOST_KEPT) drawnLately.clear();
  drawnLately.set(source, image);
  return image;
}

/** A run has some ten pictures of twenty kilobytes; those of a few runs are kept, by what they were drawn from. */
const drawnLately = new Map<string, ChartImage>();
const MOST_KEPT = 64;

function pngOf(svg: string, { Resvg, font }: Tools): Uint8Array {
  const options = { fontBuffers: [font], defaultFontFamily: TYPEFACE, sansSerifFamily: TYPEFACE };
  const drawn = new Resvg(svg, { font: options, fitTo: { mode: 'width', value: SHOWN_WIDTH * DENSITY } });
  try {
    const image = drawn.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    drawn.free();
  }
}

type Tools = { readonly Resvg: typeof import('@resvg/resvg-wasm').Resvg; readonly font: Uint8Array };
let tools: Promise<Tools> | undefined;

/** Loaded with the first picture and kept: WebAssembly may be started only once. */
function drawingTools(): Promise<Tools> {
  tools ??= loadTools().catch((error: unknown) => {
    tools = undefined;
    throw error;
  });
  return tools;
}

async function loadTools(): Promise<Tools> {
  const [{ initWasm, Resvg }, wasm, font] = await Promise.all([
    import('@resvg/resvg-wasm'),
    asset('resvg.wasm').catch(() =>
      readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
    ),
    asset('chart-font.otf'),
  ]);
  // A run draws ten pictures: compiling the drawing a second time, for speed, costs more than all of them.
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  await initWasm(wasm);
  return { Resvg, font };
}

/** A file from the folder of assets, which lies beside this source and beside the bundle made of it. */
function asset(name: string): Promise<Uint8Array> {
  return readFile(new URL(`./assets/${name}`, import.meta.url));
}
