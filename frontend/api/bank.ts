import type {
  BankLineResponse,
  BankLinesResponse,
  BankMatchesResponse,
  MatchBankLinesBody,
} from '../../shared/wire/bank.ts';
import type { PostedResponse, RecordMoneyBody } from '../../shared/wire/money.ts';
import { call } from './client.ts';

/** The bank lines of a business nothing explains yet, with what in the books they may be. */
export function readBankMatches(entityId: string, signal: AbortSignal): Promise<BankMatchesResponse> {
  return call('readBankMatches', { params: { entityId }, signal });
}

/** Says which movements some bank lines are. */
export function matchBankLines(entityId: string, body: MatchBankLinesBody): Promise<BankLinesResponse> {
  return call('matchBankLines', { params: { entityId }, body });
}

/** Takes a match back. */
export function unmatchBankLine(entityId: string, lineId: string, version: number): Promise<BankLineResponse> {
  return call('unmatchBankLine', { params: { entityId, lineId }, body: { version } });
}

/** Records what a bank line was: money moved between accounts of ours, or a fee the processor kept. */
export function recordLine(kind: 'cash-transfer' | 'expense', body: RecordMoneyBody): Promise<PostedResponse> {
  return call('recordMoney', { params: { kind }, body });
}
