import { FaultError, fault } from '../../../shared/kernel/fault.ts';

/** The file as a whole cannot be read; the sentence says why and what to do. */
export function sheetRefused(message: string, cause?: unknown): FaultError {
  return new FaultError(fault('invalid', message, [], cause));
}

/** The file holds more than we take. */
export function sheetTooLarge(message: string): FaultError {
  return new FaultError(fault('too-large', message));
}
