import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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

/** Draws a chart by day, on its own light ground with a frame, so that it reads in the dark too. Same chart, same bytes. */
export async function chartImage(chart: ChartBlock): Promise<ChartImage> {
  const { Resvg, font } = await drawingTools();
  const look = { width: DRAWN_WIDTH, palette: LIGHT, font: TYPEFACE, onPaper: true };
  const { svg, width, height } = drawnChart(chart, look);
  const options = { fontBuffers: [font], defaultFontFamily: TYPEFACE, sansSerifFamily: TYPEFACE };
  const drawn = new Resvg(markup(svg), {
    font: options,
    fitTo: { mode: 'width', value: SHOWN_WIDTH * DENSITY },
  });
  try {
    const image = drawn.render();
    const png = image.asPng();
    image.free();
    return { png, width: SHOWN_WIDTH, height: Math.round((height * SHOWN_WIDTH) / width) };
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
  await initWasm(wasm);
  return { Resvg, font };
}

/** A file from the folder of assets, which lies beside this source and beside the bundle made of it. */
function asset(name: string): Promise<Uint8Array> {
  return readFile(new URL(`./assets/${name}`, import.meta.url));
}
