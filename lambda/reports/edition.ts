import type { Config } from '../config.ts';

/** Counted up when prepared dashboards of before can no longer be shown. */
const FORM = 2;

/** Which app prepared a dashboard: another one prepares it anew. */
export function editionOf(config: Config): string {
  return `${config.version}/${FORM}`;
}
