import type { Measured } from '../../../kernel/measured.ts';
import type { FactMeaning, FactUnit, SourceName } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';

/** The records, or none where they are not known: the counts over them say why. */
export function valueOr<T>(held: Measured<readonly T[]>): readonly T[] {
  return held.state === 'unknown' ? [] : held.value;
}

/** A figure that is read as it stands. */
export function recorded(id: string, title: string, unit: FactUnit, definition: string, need: SourceName): FactMeaning {
  return {
    id,
    title,
    unit,
    definition,
    formula: AS_RECORDED,
    source: 'records of the rental',
    needs: [need],
    owner: 'Operations',
  };
}

/** A figure counted from the books. */
export function counted(id: string, title: string, unit: FactUnit, definition: string, formula: string): FactMeaning {
  return { ...recorded(id, title, unit, definition, 'balances'), formula, needs: ['balances', 'property'] };
}
