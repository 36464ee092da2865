import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CharterChange } from '../../api/charters.ts';
import type { ApiProblem } from '../../api/problem.ts';

/** A change a part of the page asks its panel to make; the panel answers when the new state is on the screen. */
export interface ChangeRequest {
  readonly change: CharterChange;
  /** What the live region says when it is done. */
  readonly said: string;
  readonly answer: (refusal: ApiProblem | undefined) => void;
}

/** Asks the panel for changes on behalf of one part of the page, and remembers what became of the last one. */
export class ChangeSender implements ReactiveController {
  /** Which change is under way; the names are the part's own. */
  busy: string | undefined;
  /** Which change was refused last, and why. */
  refused: { readonly what: string; readonly problem: ApiProblem } | undefined;
  readonly #host: ReactiveControllerHost & EventTarget;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Whether the change was made. */
  send(what: string, change: CharterChange, said: string): Promise<boolean> {
    this.busy = what;
    this.refused = undefined;
    this.#host.requestUpdate();
    return new Promise((resolve) => {
      const answer = (problem: ApiProblem | undefined): void => {
        this.busy = undefined;
        this.refused = problem === undefined ? undefined : { what, problem };
        this.#host.requestUpdate();
        resolve(problem === undefined);
      };
      const detail: ChangeRequest = { change, said, answer };
      this.#host.dispatchEvent(new CustomEvent('scc-charter-change', { detail, bubbles: true, composed: true }));
    });
  }

  /** Why a change was refused, while that is the last thing that happened. */
  refusalOf(what: string): ApiProblem | undefined {
    return this.refused?.what === what ? this.refused.problem : undefined;
  }

  /** Forgets the last refusal; for a dialog that opens anew. */
  forget(): void {
    this.refused = undefined;
    this.#host.requestUpdate();
  }
}

declare global {
  interface HTMLElementEventMap {
    'scc-charter-change': CustomEvent<ChangeRequest>;
  }
}
