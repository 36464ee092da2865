import { FaultError, fault } from '../../shared/kernel/fault.ts';

/** The work, its refusals named at the columns that say what they are about. @throws FaultError as the work does. */
export function atColumns<T>(columns: Readonly<Record<string, string>>, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const { code, message, problems } = error.fault;
    const placed = problems.map((problem) => ({ ...problem, field: columns[problem.field] ?? problem.field }));
    throw new FaultError(fault(code, message, placed));
  }
}
