import { expect } from 'vitest';
import type { Look, Visitor } from './a-browser.ts';
import { axe, sidewaysPx } from './a-browser.ts';
import { shot } from './shots.ts';

/** Pictures the page where somebody wants to look at it: nothing sticks out, the console is quiet, and axe objects to nothing. */
export async function expectSound({ page, troubles }: Visitor, name: string, look: Look): Promise<void> {
  await shot(page, name, look);
  expect({ sidewaysPx: await sidewaysPx(page), troubles: troubles(), axe: await axe(page) }).toEqual({
    sidewaysPx: 0,
    troubles: [],
    axe: [],
  });
}
