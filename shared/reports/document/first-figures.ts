/** A headline figure as it is written: enough to show it before anything that could draw a card has arrived. */
export interface FirstFigure {
  readonly label: string;
  readonly text: string;
  /** How it is known, where that is not by counting; empty otherwise. */
  readonly mark: string;
}

/** What a dashboard begins with: which month of whom, and its first row of figures. */
export interface FirstFigures {
  readonly heading: string;
  readonly figures: readonly FirstFigure[];
}
