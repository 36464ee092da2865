import { ProvisionedThroughputExceededException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { SESServiceException } from '@aws-sdk/client-ses';
import type { ServiceCall } from './service-call.ts';

/** How the SDK sounds when a service cannot be reached, does not answer, or answers in pieces (smithy, SDK 3.1162). */

const TRIED = { attempts: 3, totalRetryDelay: 200 };

type Failing = Parameters<ServiceCall<unknown>['failure']>[0];

/** The failures every client knows; `throttled` is the service's own word for too much. */
export function failureOf(kind: Failing, throttled: () => Error): Error {
  switch (kind) {
    case 'errBefore':
      return sdkError('Error', 'connect ECONNREFUSED', { code: 'ECONNREFUSED' });
    case 'lostResponse':
      return sdkError('TimeoutError', 'the request timed out', {});
    case 'throttle':
      return throttled();
    case 'partial':
      return sdkError('SyntaxError', 'Unexpected end of JSON input', {}, 200);
  }
}

/** Tables that are asked too much: a transaction says that others are writing. */
export function tablesThrottled(isTransaction: boolean): Error {
  const $metadata = { ...TRIED, httpStatusCode: 400 };
  if (!isTransaction) return new ProvisionedThroughputExceededException({ $metadata, message: 'too much' });
  const CancellationReasons = [{ Code: 'TransactionConflict', Message: 'another transaction is under way' }];
  return new TransactionCanceledException({ $metadata, message: 'cancelled', CancellationReasons });
}

export function archiveThrottled(): Error {
  return new S3ServiceException({
    $metadata: { ...TRIED, httpStatusCode: 503 },
    name: 'SlowDown',
    message: 'slow down',
    $fault: 'server',
  });
}

export function mailThrottled(): Error {
  const $metadata = { attempts: 1, totalRetryDelay: 0, httpStatusCode: 400 };
  return new SESServiceException({
    $metadata,
    name: 'Throttling',
    message: 'Maximum sending rate exceeded.',
    $fault: 'client',
  });
}

export function invokeThrottled(): Error {
  return sdkError('TooManyRequestsException', 'Rate exceeded', {}, 429);
}

/** A body that breaks off while it is read. */
export function brokenBody(): Error {
  return Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

function sdkError(name: string, message: string, more: object, httpStatusCode?: number): Error {
  const $metadata = httpStatusCode === undefined ? TRIED : { ...TRIED, httpStatusCode };
  return Object.assign(new Error(message), { name, $metadata, ...more });
}
