import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** Small line drawings; decoration beside a name. */
export const chevronLeft = line('M12 4l-6 6 6 6');
export const chevronRight = line('M8 4l6 6-6 6');
export const cross = line('M5 5l10 10M15 5L5 15');
/** A till slip: where a figure comes from. */
export const slip = line('M5.5 3.5v13l2.25-1.5 2.25 1.5 2.25-1.5 2.25 1.5v-13zM8.5 7.5h3M8.5 10.5h3');

function line(path: string): TemplateResult {
  return html`<svg
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${path}></path>
  </svg>`;
}
