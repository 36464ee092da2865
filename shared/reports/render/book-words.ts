import { listed } from '../../kernel/listed.ts';
import type { BookReceipt, ReportDocument } from '../document/report-document.ts';
import { formatMonth } from './format-days.ts';

/** What each group of balances is called by whoever reads a receipt; a group of a later version keeps its name. */
const GROUP_WORDS: Readonly<Record<string, string>> = {
  cash: 'cash movements',
  channels: 'counts by channel',
  operations: 'counts of what happened',
  margin: 'margins of charters',
  between: 'amounts between our businesses',
  clients: 'counts by client',
};

/** Which balances a figure was read from, whose, and of which months: accounts 4010, 4190 of JADA, October 2026. */
export function bookWords(receipt: BookReceipt, { names = {} }: ReportDocument['scope']): string {
  const { entityIds, from, through } = receipt;
  const whose = listed(entityIds.map((id) => names[id] ?? id));
  const since = from === undefined ? 'from the beginning to ' : from === through ? '' : `${formatMonth(from)} to `;
  return `${balanceWords(receipt)} of ${whose}, ${since}${formatMonth(through)}`;
}

function balanceWords({ group, names }: BookReceipt): string {
  if (group === 'accounts') {
    const codes = names.map((name) => name.slice(1));
    return `${codes.length === 1 ? 'account' : 'accounts'} ${listed(codes)}`;
  }
  return `${GROUP_WORDS[group] ?? group} (${listed(names.map(nameWords))})`;
}

/** A balance's name in words: direct.new-customers is new customers, direct. */
function nameWords(name: string): string {
  const [of = '', what] = name.split('.', 2);
  const plain = (text: string) => text.replaceAll(/[-_]/g, ' ');
  return what === undefined ? plain(of) : `${plain(what)}, ${plain(of)}`;
}
