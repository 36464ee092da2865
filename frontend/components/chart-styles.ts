import type { CSSResult } from 'lit';
import { css, unsafeCSS } from 'lit';
import type { Palette } from '../../shared/reports/render/charts/palette.ts';
import { DARK, LIGHT } from '../../shared/reports/render/charts/palette.ts';

/** A chart on the screen, in the colours of the day or of the night; a picture of a mail has the same. */
export const chartStyles: CSSResult = css`
  :host {
    ${variablesOf(LIGHT)}
    display: block;
    min-width: 0;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      ${variablesOf(DARK)}
    }
  }
  figure {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-3) var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background: var(--chart-ground);
  }
  figcaption {
    font-weight: 600;
    font-size: var(--text-sm);
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
`;

/** The palette as custom properties: --chart-ink and so on. Its values are colours of ours, never data. */
function variablesOf(palette: Palette): CSSResult {
  return unsafeCSS(
    Object.entries(palette)
      .map(([name, color]) => `--chart-${name}: ${color};`)
      .join('\n    '),
  );
}
