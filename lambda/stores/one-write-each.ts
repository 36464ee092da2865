import type { Write } from './transaction.ts';

/** What a write says of an item it changes in place or only looks at. */
type InPlace = NonNullable<Write['Update']> | NonNullable<Write['ConditionCheck']>;

/**
 * The same writes with one for each item, because a transaction may touch an item once: what several parts of the code add
 * to one item is added together, and a look at an item that is also changed becomes the condition of that change. Each
 * stands where its first part stood. @throws RangeError when an item is replaced or deleted and touched besides.
 */
export function oneWriteEach(writes: readonly Write[]): Write[] {
  const byItem = new Map<string, Write[]>();
  for (const write of writes) {
    const id = nameOf(write);
    byItem.set(id, [...(byItem.get(id) ?? []), write]);
  }
  return [...byItem.values()].map((parts) => (parts.length === 1 ? (parts[0] as Write) : together(parts)));
}

/** The item a write is about; a line of history is one by itself. */
function nameOf(write: Write): string {
  if (write.Line !== undefined) return `line ${write.Line.id}`;
  const { TableName, key } = itemOf(write);
  return `${TableName} ${String(key?.['pk'])} ${String(key?.['sk'])}`;
}

function itemOf({ Put, Delete, Update, ConditionCheck }: Write) {
  const other = Delete ?? Update ?? ConditionCheck;
  return Put ? { TableName: Put.TableName, key: Put.Item } : { TableName: other?.TableName, key: other?.Key };
}

function together(parts: readonly Write[]): Write {
  const own = parts.map(({ Update, ConditionCheck }, i): InPlace => {
    const part = Update ?? ConditionCheck;
    if (part === undefined) throw new RangeError('an item that is replaced or deleted is touched once');
    return renamed(part, i);
  });
  const { TableName, Key } = own[0] as InPlace;
  const conditions = own.flatMap(({ ConditionExpression }) =>
    ConditionExpression ? [`(${ConditionExpression})`] : [],
  );
  const said = {
    TableName,
    Key,
    ...(conditions.length === 0 ? {} : { ConditionExpression: conditions.join(' AND ') }),
    ...merged('ExpressionAttributeNames', own),
    ...merged('ExpressionAttributeValues', own),
  };
  const changes = own.flatMap((part) => ('UpdateExpression' in part ? [part.UpdateExpression ?? ''] : []));
  return changes.length === 0
    ? { ConditionCheck: { ...said, ConditionExpression: conditions.join(' AND ') } }
    : { Update: { ...said, UpdateExpression: clausesOf(changes) } };
}

/** The part with placeholders no other part uses. */
function renamed(part: InPlace, i: number): InPlace {
  const expression = (text: string) => text.replaceAll(/[#:]\w+/g, (name) => `${name}_${i}`);
  const keys = <T>(of: Readonly<Record<string, T>> | undefined) =>
    of && Object.fromEntries(Object.entries(of).map(([name, value]) => [`${name}_${i}`, value]));
  const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = part;
  const names = keys(ExpressionAttributeNames);
  const values = keys(ExpressionAttributeValues);
  return {
    ...part,
    ...(ConditionExpression === undefined ? {} : { ConditionExpression: expression(ConditionExpression) }),
    ...('UpdateExpression' in part ? { UpdateExpression: expression(part.UpdateExpression ?? '') } : {}),
    ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
    ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
  } as InPlace;
}

/** Every change of a kind under one word; our expressions have one clause each. */
function clausesOf(changes: readonly string[]): string {
  const byWord = new Map<string, string[]>();
  for (const change of changes) {
    const word = change.slice(0, change.indexOf(' '));
    byWord.set(word, [...(byWord.get(word) ?? []), change.slice(word.length + 1)]);
  }
  return [...byWord].map(([word, of]) => `${word} ${of.join(', ')}`).join(' ');
}

function merged(name: 'ExpressionAttributeNames' | 'ExpressionAttributeValues', parts: readonly InPlace[]): object {
  const all = Object.assign({}, ...parts.map((part) => part[name] ?? {})) as Record<string, unknown>;
  return Object.keys(all).length === 0 ? {} : { [name]: all };
}
