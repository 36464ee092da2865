import { joinedMissing } from '../../kernel/missing.ts';
import type { Section } from '../document/report-document.ts';
import type { Fact } from '../facts/fact.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { GROUP } from '../facts/fact-sheet.ts';
import type { ToRecord } from '../findings/gaps.ts';
import { missingIn } from '../findings/judging.ts';
import { figureKeysIn } from './figures.ts';

/** Titles a reason names before it only counts on. */
const NAMED = 2;

/** What to record so that the figures these sections could not show are known: what unlocks most first. */
export function recordsToBring(sections: readonly Section[], sheet: FactSheet): readonly ToRecord[] {
  const shown = figureKeysIn(...sections);
  const told = sheet.facts.filter((fact) => shown.has(fact.key));
  const unknown = [...new Set(told.flatMap((fact) => [fact, ...wholeOf(fact, sheet)]))].filter(
    ({ measured }) => measured.state === 'unknown',
  );
  const joined = joinedMissing(unknown.flatMap((fact) => missingIn([fact])));
  const byRecord = new Map<string, Set<string>>();
  for (const fact of unknown) {
    for (const text of missingIn([fact])) {
      const record = joined.get(text) ?? text;
      byRecord.set(record, (byRecord.get(record) ?? new Set()).add(titleOf(fact)));
    }
  }
  return [...byRecord]
    .sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1))
    .map(([record, titles]) => ({ record, because: `Not known until then: ${named([...titles].sort())}` }));
}

/** The figure of all businesses that one of some stands in for. */
function wholeOf({ meaning, scope }: Fact, sheet: FactSheet): readonly Fact[] {
  const whole = meaning.id.replace(/^tracked-/, '');
  return whole !== meaning.id && scope === GROUP && sheet.has(whole) ? [sheet.get(whole)] : [];
}

function titleOf(fact: Fact): string {
  return fact.meaning.title.charAt(0).toLowerCase() + fact.meaning.title.slice(1);
}

function named(titles: readonly string[]): string {
  const told = titles.slice(0, NAMED).join('; ');
  return titles.length > NAMED ? `${told} and more` : told;
}
