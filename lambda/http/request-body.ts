import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { ApiRequest } from './api-request.ts';
import { jsonProblem } from './json-limits.ts';

const MOST_BYTES = 64 * 1024;

/** Whether a request says its body is JSON and nothing else. */
export function isJsonType(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType?.trim() ?? '');
}

/**
 * The body as JSON within limits, not yet read by a schema; an empty body is an empty object.
 * @throws FaultError `too-large` over 64 kB, announced or sent; `invalid` when it is not UTF-8, not JSON or over a limit.
 */
export async function jsonBody(request: ApiRequest): Promise<unknown> {
  if (Number(request.header('content-length') ?? 0) > MOST_BYTES) throw tooLarge();
  const text = textIn(await bytesOf(request));
  if (text.trim() === '') return {};
  const value = jsonIn(text);
  const problem = jsonProblem(value);
  if (problem) throw new FaultError(fault('invalid', 'The request does not fit.', [problem]));
  return value;
}

/** Stops reading at the limit, whatever length was announced. */
async function bytesOf({ body }: ApiRequest): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FaultError(fault('invalid', 'The request is not UTF-8 text.'));
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FaultError(fault('invalid', 'The request is not JSON.'));
  }
}

function tooLarge(): FaultError {
  return new FaultError(fault('too-large', 'The request is larger than 64 kB.'));
}
