import type { LocalDate } from '../../kernel/calendar.ts';
import { known } from '../../kernel/measured.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { numberIn } from './judging.ts';
import { scored } from './ranking.ts';
import type { Effort, Severity } from './rule.ts';

/** Something somebody promised by a day, with what it weighs by the severity, effort and impact entered. */
export interface Promised {
  /** The subject its figures are told of. */
  readonly id: string;
  readonly title: string;
  readonly ownerRole: string;
  readonly dueOn: LocalDate;
  readonly severity: Severity;
  readonly effort: Effort;
  readonly score: number;
  /** The finding it answers, where it says one. */
  readonly findingId?: string;
}

/** What was promised on a sheet and says how much work it is. */
export function promisedIn(sheet: FactSheet): readonly Promised[] {
  return sheet.subjects('promised-action').map(({ id, name }) => {
    const word = (figure: string) => known(sheet.measuredOf(`promised-${figure}`, id)) as string | undefined;
    const [severity, effort] = [word('severity') as Severity, word('effort') as Effort];
    const stakeCents = numberIn(sheet.get('promised-impact', id)) ?? 0;
    const findingId = word('finding');
    return {
      id,
      title: name,
      ownerRole: word('owner') ?? '',
      dueOn: word('due') as LocalDate,
      severity,
      effort,
      score: scored({ severity, effort, stakeCents }),
      ...(findingId === undefined ? {} : { findingId }),
    };
  });
}
