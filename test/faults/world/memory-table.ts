import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { Item, Values } from './attributes.ts';
import { holds, orderOf } from './attributes.ts';
import type { Condition } from './expression.ts';

/** The names of the two attributes an order goes by. */
export interface Order {
  readonly pk: string;
  readonly sk: string;
}

/** Which items of a table or index a query reads, and how. */
export interface Reading {
  readonly index?: string | undefined;
  readonly where: Condition;
  readonly filter?: Condition | undefined;
  readonly values: Values;
  readonly isBackwards: boolean;
  readonly limit?: number | undefined;
  readonly after?: Item | undefined;
}

/** A page of what a query found; `lastKey` where it stopped at its limit. */
export interface Page {
  readonly items: readonly Item[];
  readonly lastKey?: Item;
}

/** One table of a DynamoDB in memory: items are never changed, only replaced, so that a copy of it costs little. */
export class MemoryTable {
  readonly order: Order;
  readonly #indexes: ReadonlyMap<string, Order>;
  readonly #items: Map<string, Item>;

  constructor(definition: CreateTableCommandInput, items: ReadonlyMap<string, Item> = new Map()) {
    this.order = orderIn(definition.KeySchema);
    this.#indexes = new Map(
      (definition.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema }) => [
        IndexName ?? '',
        orderIn(KeySchema),
      ]),
    );
    this.#items = new Map(items);
  }

  get items(): ReadonlyMap<string, Item> {
    return this.#items;
  }

  at(key: Item): Item | undefined {
    return this.#items.get(this.idOf(key));
  }

  put(item: Item): void {
    this.#items.set(this.idOf(item), item);
  }

  remove(key: Item): void {
    this.#items.delete(this.idOf(key));
  }

  /** What tells an item of this table from every other. @throws TypeError for a key that is not two texts. */
  idOf(key: Item): string {
    const [pk, sk] = [key[this.order.pk], key[this.order.sk]];
    if (typeof pk !== 'string' || typeof sk !== 'string' || pk === '' || sk === '')
      throw new TypeError('a key is two texts, neither of them empty');
    return `${pk}\u0000${sk}`;
  }

  /** The items a query finds, in the order of the table or index; those alike in an index in the order of their keys. */
  query({ index, where, filter, values, isBackwards, limit, after }: Reading): Page {
    const order = index === undefined ? this.order : this.#indexes.get(index);
    if (order === undefined) throw new TypeError(`there is no index ${index}`);
    const held = [...this.#items.values()].filter(
      (item) => typeof item[order.pk] === 'string' && typeof item[order.sk] === 'string' && holds(where, item, values),
    );
    const places: readonly string[] = [order.pk, order.sk, this.order.pk, this.order.sk];
    const compared = (a: Item, b: Item) =>
      (isBackwards ? -1 : 1) * places.reduce((found, name) => found || (orderOf(a[name], b[name]) ?? 0), 0);
    held.sort(compared);
    const left = after === undefined ? held : held.filter((item) => compared(item, after) > 0);
    const page = limit === undefined ? left : left.slice(0, limit);
    const last = page.at(-1);
    const items = filter === undefined ? page : page.filter((item) => holds(filter, item, values));
    if (last === undefined || page.length < (limit ?? Infinity)) return { items };
    return { items, lastKey: Object.fromEntries(places.map((name) => [name, last[name]])) };
  }
}

function orderIn(schema: CreateTableCommandInput['KeySchema']): Order {
  const [pk, sk] = [schema?.[0]?.AttributeName, schema?.[1]?.AttributeName];
  if (pk === undefined || sk === undefined) throw new TypeError('a table has two keys here');
  return { pk, sk };
}
