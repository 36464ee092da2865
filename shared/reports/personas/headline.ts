import type { Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import type { Finding, Shortfall } from '../findings/finding.ts';
import { unjudgedIn } from '../findings/finding.ts';
import type { Phrase } from '../findings/rule.ts';
import { figure } from './figures.ts';

/** The worst shortfall in one sentence: its title, and the first sentence of how far it falls short. */
export function headlineOf({ rule, gap }: Shortfall, sheet: FactSheet): readonly Span[] {
  const [first = '', ...rest] = firstSentence(gap);
  const within = typeof first === 'string' ? withinSentence(first, sheet) : first;
  return [`${rule.title}: `, within, ...rest]
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? part : figure(part, sheet.zone)));
}

/**
 * What a headline begins with when no rule found anything: that nothing was found, as far as it could be judged. Silence
 * about what is not known is no good news.
 */
export function nothingFound(what: 'risk' | 'shortfall', findings: readonly Finding[]): string {
  const open = unjudgedIn(findings).length;
  if (open === 0) return `No ${what} found.`;
  if (open === findings.length) return `No ${what} could be judged: the figures are not on record.`;
  return `No ${what} found among what could be judged.`;
}

/** The parts up to the first full stop that ends a sentence. */
function firstSentence(phrase: Phrase): Phrase {
  const ends = phrase.findIndex((part) => typeof part === 'string' && /\.( |$)/.test(part));
  if (ends < 0) return phrase;
  const last = phrase[ends];
  return [...phrase.slice(0, ends), typeof last === 'string' ? last.replace(/\.( .*|$)/s, '.') : ''];
}

const NAMED_KINDS = ['channel', 'marketing-channel', 'listing', 'campaign', 'mailing-list'] as const;

/** The first word small, unless it is a name. */
function withinSentence(text: string, sheet: FactSheet): string {
  const names = [...sheet.entities, ...NAMED_KINDS.flatMap((kind) => sheet.subjects(kind))].map(({ name }) => name);
  return names.some((name) => text.startsWith(name)) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
