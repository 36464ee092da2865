import { html, svg } from 'lit';

/** The mark: two sails over a hull. Decoration; the name stands beside it. */
export const sail = html`<svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
  ${svg`<path d="M16.6 4.500v16H27C26 13.700 22 8.200 16.600 4.500Z" fill="#7fd8c6"></path>
  <path d="M14.400 8v12.500H6.200C7.600 15.700 10.600 11.200 14.400 8Z" fill="currentColor"></path>
  <path d="M4.500 22.800h23c-1.500 2.700-3.700 4.200-6.500 4.200H11c-2.800 0-5-1.500-6.500-4.200Z" fill="currentColor"></path>`}
</svg>`;
