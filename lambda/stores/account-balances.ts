/**
 * The account balances in the item of a charter or another subject, by account code: an attribute is named a2100, because
 * a name must not begin with a digit to be added to without ceremony.
 */
export function accountBalances(item: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, held]) => (/^a\d{4}$/.test(name) ? [[name.slice(1), Number(held)]] : [])),
  );
}
