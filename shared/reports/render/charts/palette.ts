/** The colours of a drawing, by what they are for. Each is told apart by shape or word as well. */
export interface Palette {
  /** What it is drawn on. */
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  /** Lines behind the figures: decoration, read by nobody. */
  readonly grid: string;
  readonly axis: string;
  /** What happened: bars, or the line that matters. */
  readonly actual: string;
  /** What it is held against. */
  readonly against: string;
  readonly tint: string;
  readonly critical: string;
  readonly high: string;
  readonly medium: string;
  readonly low: string;
}

/** After Okabe and Ito, darkened until marks stand out from white by 3:1 and words by 4.5:1. */
export const LIGHT: Palette = {
  ground: '#ffffff',
  ink: '#12283c',
  soft: '#4f6071',
  grid: '#e1e7ed',
  axis: '#7d8d9c',
  actual: '#0072b2',
  against: '#c24e00',
  tint: '#d6e9f5',
  critical: '#b23a00',
  high: '#b57500',
  medium: '#0072b2',
  low: '#6f7f8f',
};

/** The same after dark: Okabe and Ito's own, lighter colours. */
export const DARK: Palette = {
  ground: '#122131',
  ink: '#e9eff5',
  soft: '#b0bfcd',
  grid: '#24374a',
  axis: '#7d91a6',
  actual: '#56b4e9',
  against: '#f0a04b',
  tint: '#1c3a52',
  critical: '#ff8a66',
  high: '#e6a823',
  medium: '#56b4e9',
  low: '#94a6b7',
};

/** Colours that the page around the drawing decides: --chart-ink and so on. */
export const SCREEN: Palette = {
  ground: 'var(--chart-ground)',
  ink: 'var(--chart-ink)',
  soft: 'var(--chart-soft)',
  grid: 'var(--chart-grid)',
  axis: 'var(--chart-axis)',
  actual: 'var(--chart-actual)',
  against: 'var(--chart-against)',
  tint: 'var(--chart-tint)',
  critical: 'var(--chart-critical)',
  high: 'var(--chart-high)',
  medium: 'var(--chart-medium)',
  low: 'var(--chart-low)',
};
