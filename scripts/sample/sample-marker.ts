import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { recordIn } from '../../lambda/stores/paging.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { SampleDay } from './sample-day.ts';

/** What a store says about a sample in it: for which day it was made, and how many items it has. */
export interface SampleMarker {
  readonly day: SampleDay;
  readonly items: number;
}

/** The marker of a sample that is there to the last item, or nothing. @throws Error for one of another version. */
export function loadedSample(tables: Tables): Promise<SampleMarker | undefined> {
  return markerAt(tables, 'LOADED');
}

/**
 * The marker of a sample whose loading has begun, whether or not it came to an end. Loading one for the same day and
 * instant again finishes it; one for another day would leave some of its records behind.
 */
export function begunSample(tables: Tables): Promise<SampleMarker | undefined> {
  return markerAt(tables, 'BEGUN');
}

/** Says that the loading of a sample begins: written before its first item. */
export function markBegun(tables: Tables, marker: SampleMarker): Promise<void> {
  return writeMarker(tables, 'BEGUN', marker);
}

/** Says that a sample is complete: written after its last item. */
export function markLoaded(tables: Tables, marker: SampleMarker): Promise<void> {
  return writeMarker(tables, 'LOADED', marker);
}

type Stage = 'BEGUN' | 'LOADED';

/** How this version stores its items; raised when one cannot read what another has stored. */
const LAYOUT = 3;

async function markerAt(tables: Tables, stage: Stage): Promise<SampleMarker | undefined> {
  const found = await tables.client.send(
    new GetCommand({ TableName: tables.main, Key: { pk: 'SAMPLE', sk: stage }, ConsistentRead: true }),
  );
  if (!found.Item) return undefined;
  const { layout, ...marker } = recordIn<SampleMarker & { readonly layout?: number }>(found.Item);
  if (layout === LAYOUT) return marker;
  throw new Error('The sample was stored by another version. Delete the data folder and start again.');
}

async function writeMarker(tables: Tables, stage: Stage, marker: SampleMarker): Promise<void> {
  await tables.client.send(
    new PutCommand({ TableName: tables.main, Item: { pk: 'SAMPLE', sk: stage, layout: LAYOUT, ...marker } }),
  );
}
