import type { CSSResult } from 'lit';
import { css, unsafeCSS } from 'lit';
import type { Palette } from '../../shared/reports/render/charts/palette.ts';
import { DARK, LIGHT } from '../../shared/reports/render/charts/palette.ts';

/** A chart on the screen, in the colours of the day or of the night; a picture of a mail has the same. */
export const chartStyles: CSSResult = css`
  :host {
    ${variables()}
    display: block;
    min-width: 0;
  }
  .chart {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-4) var(--space-4) var(--space-1);
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background: var(--chart-ground);
  }
  .chart > figcaption {
    display: grid;
    gap: var(--space-1);
    font-size: var(--text-sm);
  }
  figcaption > strong {
    color: var(--ink);
    font-weight: 600;
  }
  .drawing {
    max-width: 46rem;
    min-width: 0;
    overflow: hidden;
  }
  .drawing svg {
    display: block;
    max-width: 100%;
    height: auto;
    font-variant-numeric: tabular-nums;
  }
  details[open] {
    padding-bottom: var(--space-3);
  }
`;

/** The palette as custom properties: --chart-ink and so on. Its values are colours of ours, never data. */
function variables(): CSSResult {
  const names = Object.keys(LIGHT) as readonly (keyof Palette)[];
  return unsafeCSS(names.map((name) => `--chart-${name}: light-dark(${LIGHT[name]}, ${DARK[name]});`).join('\n    '));
}
