import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PATIENCE_MS } from './api/load-model.ts';
import type { Place } from './router-model.ts';
import { hashOf, placeOf } from './router-model.ts';

/** How each kind of place gets its code. */
export type Loaders = { readonly [At in Place['at']]: () => Promise<unknown> };

/** Where the code of the present place is: here, still coming, coming slowly, or not to be had. */
export type Arrival = 'here' | 'waiting' | 'slow' | 'failed';

/**
 * Follows the address: which place it names and whether its panel has been loaded. A load that lost its race, because
 * the person went on, changes nothing.
 */
export class Router implements ReactiveController {
  place: Place = placeHere();
  arrival: Arrival = 'waiting';
  readonly #host: ReactiveControllerHost;
  readonly #loaders: Loaders;
  #race = 0;

  constructor(host: ReactiveControllerHost, loaders: Loaders) {
    this.#host = host;
    this.#loaders = loaders;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#follow);
    void this.load();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#follow);
    this.#race += 1;
  }

  /** Loads the code of the present place; again after a failure. */
  async load(): Promise<void> {
    this.#race += 1;
    const race = this.#race;
    const patience = setTimeout(() => this.#arrive(race, 'slow'), PATIENCE_MS);
    this.#arrive(race, 'waiting');
    try {
      await this.#loaders[this.place.at]();
      this.#arrive(race, 'here');
    } catch {
      this.#arrive(race, 'failed');
    } finally {
      clearTimeout(patience);
    }
  }

  readonly #follow = (): void => {
    this.place = placeHere();
    void this.load();
  };

  #arrive(race: number, arrival: Arrival): void {
    if (race !== this.#race) return;
    this.arrival = arrival;
    this.#host.requestUpdate();
  }
}

/** The place the address names. A sign-in token leaves the address before anything else is asked of the network. */
function placeHere(): Place {
  const place = placeOf(location.hash);
  if (place.at === 'sign-in' && place.token !== undefined) history.replaceState(null, '', hashOf(place));
  return place;
}

/** Goes to a place by its hash, leaving no trace of the present one in the history when asked to. */
export function goTo(hash: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    location.hash = hash;
    return;
  }
  history.replaceState(null, '', hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
