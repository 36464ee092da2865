/** Tells the shell a short sentence for the live region, so that a change on the screen is also heard. */
export function announce(from: EventTarget, text: string): void {
  from.dispatchEvent(new CustomEvent('scc-announce', { detail: text, bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap {
    'scc-announce': CustomEvent<string>;
  }
}
