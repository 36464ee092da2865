import type { Delivery } from '../../../shared/reports/sending/delivery.ts';
import type { Command } from './memory-dynamo.ts';
import type { Process } from './service-call.ts';

/** A claim, and how long the process that made it still had when it decided to. */
export interface Claim {
  readonly id: string;
  readonly leftMs: number;
}

/** Every delivery each time it was stored, in order: what became of it on the way, not only in the end. */
export class DeliveryHistory {
  readonly steps = new Map<string, Delivery[]>();
  readonly claims: Claim[] = [];

  /** Notes what a command that was carried out stored. */
  stored({ input }: Command, { endsAt }: Process, clockOffMs: number): void {
    for (const item of itemsPut(input)) {
      if (typeof item['sk'] !== 'string' || !item['sk'].startsWith('DLV#')) continue;
      const delivery = item as unknown as Delivery;
      this.steps.set(delivery.id, [...(this.steps.get(delivery.id) ?? []), delivery]);
      if (delivery.state === 'sending' && delivery.startedAt !== undefined) {
        this.claims.push({ id: delivery.id, leftMs: endsAt + clockOffMs - Date.parse(delivery.startedAt) });
      }
    }
  }
}

type Stored = Readonly<Record<string, unknown>>;

function itemsPut(input: object): readonly Stored[] {
  const { Item, TransactItems = [] } = input as {
    readonly Item?: Stored;
    readonly TransactItems?: readonly { readonly Put?: { readonly Item?: Stored } }[];
  };
  return [
    ...(Item === undefined ? [] : [Item]),
    ...TransactItems.flatMap(({ Put }) => (Put?.Item === undefined ? [] : [Put.Item])),
  ];
}
