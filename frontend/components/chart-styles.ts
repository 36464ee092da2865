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
  summary {
    display: flex;
    align-items: center;
    min-height: var(--touch);
    color: var(--accent-text);
    font-size: var(--text-sm);
    font-weight: 550;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    width: 0.375rem;
    height: 0.375rem;
    margin-right: 0.625rem;
    border-right: 2px solid currentColor;
    border-bottom: 2px solid currentColor;
    transform: rotate(-45deg);
  }
  [open] summary::before {
    transform: rotate(45deg);
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
