import { expect } from 'vitest';
import type { Look, MAIL_RULES, Visitor } from './a-browser.ts';
import { axe, sidewaysPx } from './a-browser.ts';
import { shot } from './shots.ts';

/** What a page may do beside the usual: troubles that belong to it, rules of axe that do not. */
interface Odd {
  readonly troubles?: readonly string[];
  readonly rules?: typeof MAIL_RULES | undefined;
}

/** Pictures the page where somebody wants to look at it: nothing sticks out, the console is quiet, and axe objects to nothing. */
export async function expectSound({ page, troubles }: Visitor, name: string, look: Look, odd: Odd = {}): Promise<void> {
  await shot(page, name, look);
  expect({ sidewaysPx: await sidewaysPx(page), troubles: troubles(), axe: await axe(page, odd.rules) }).toEqual({
    sidewaysPx: 0,
    troubles: odd.troubles ?? [],
    axe: [],
  });
}
