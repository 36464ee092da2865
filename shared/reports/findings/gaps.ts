import { gathered, gatheredBy, joinedMissing } from '../../kernel/missing.ts';
import type { UnknownFinding } from './finding.ts';
import type { Rule } from './rule.ts';

/** Something to record that no rule asks for, and which figures wait for it. */
export interface ToRecord {
  readonly record: string;
  readonly because: string;
}

/** What to record in one go, for which rule first, and what waits for it. */
export interface Gap {
  readonly rule: Rule;
  readonly title: string;
  readonly because: string;
}

/**
 * What to record so that these rules can be judged, by rule id. Nothing is asked for twice: a rule that lacks only what
 * another asks for is named beside it.
 */
export function gapsIn(unjudged: readonly UnknownFinding[]): readonly Gap[] {
  const gaps: { readonly rule: Rule; readonly records: readonly string[]; readonly waiting: string[] }[] = [];
  const joined = joinedMissing(unjudged.flatMap(({ missing }) => missing));
  for (const { rule, missing } of [...unjudged].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1))) {
    const lacking = [...new Set(missing.map((text) => joined.get(text) ?? text))];
    const holds = (text: string) => gaps.find(({ records }) => records.includes(text));
    const records = lacking.filter((text) => holds(text) === undefined);
    if (records.length > 0) gaps.push({ rule, records, waiting: [rule.title] });
    else for (const gap of new Set(lacking.slice(0, 1).map(holds))) gap?.waiting.push(rule.title);
  }
  return gaps.map(({ rule, records, waiting }) => ({
    rule,
    title: `Record ${toldTwo(gathered(records), ' and ', ' and the rest listed under missing figures')}`,
    because: `Not judged yet: ${toldTwo(waiting.map(withinSentence), '; ', ' and more')}`,
  }));
}

/** Those of some records that no rule lacks already, whatever the months it lacks them for; what brings the same is gathered. */
export function notAskedFor(toRecord: readonly ToRecord[], unjudged: readonly UnknownFinding[]): readonly ToRecord[] {
  const lacking = unjudged.flatMap(({ missing }) => missing);
  const joined = joinedMissing([...lacking, ...toRecord.map(({ record }) => record)]);
  const asked = new Set(lacking.map((text) => joined.get(text)));
  const others = toRecord.filter(({ record }) => !asked.has(joined.get(record)));
  return gatheredBy(others.map(({ record, because }) => [record, [because]])).map(([record, [because = '']]) => ({
    record,
    because,
  }));
}

function toldTwo(all: readonly string[], between: string, more: string): string {
  return `${all.slice(0, 2).join(between)}${all.length > 2 ? more : ''}`;
}

function withinSentence(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
