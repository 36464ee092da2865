import { FaultError } from '../../shared/kernel/fault.ts';

/** What a refused piece of work says to the person. Anything but a refusal is thrown on. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof FaultError) return error.fault.message;
    throw error;
  }
  return 'not refused';
}
