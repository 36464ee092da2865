import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../lambda/mail/ses.ts';

/** An error as the AWS client throws it: named for the service's code, with the HTTP status it came with. */
function anError(name: string, status?: number, code?: string): Error {
  const error = Object.assign(new Error('what the service said'), { name });
  if (code !== undefined) Object.assign(error, { code });
  return status === undefined ? error : Object.assign(error, { $metadata: { httpStatusCode: status } });
}

describe('surely not sent, may be tried again', () => {
  test.each<[string, Error, string]>([
    ['the sending rate was exceeded (v1: status 400)', anError('Throttling', 400), 'Throttling'],
    ['the daily quota is used up (v1: the same code)', anError('Throttling', 400), 'Throttling'],
    ['the API was asked too often', anError('ThrottlingException', 400), 'ThrottlingException'],
    ['too many requests', anError('TooManyRequestsException', 429), 'TooManyRequestsException'],
    ['a limit was exceeded', anError('LimitExceededException', 400), 'LimitExceededException'],
    ['status 429 under another name', anError('SlowDown', 429), 'SlowDown'],
    ['the connection was refused', anError('Error', undefined, 'ECONNREFUSED'), 'ECONNREFUSED'],
    ['both addresses of a host refused', anError('AggregateError', undefined, 'ECONNREFUSED'), 'ECONNREFUSED'],
    ['the name of the host is not known', anError('Error', undefined, 'ENOTFOUND'), 'ENOTFOUND'],
    ['the name could not be looked up now', anError('Error', undefined, 'EAI_AGAIN'), 'EAI_AGAIN'],
    ['there were no credentials', anError('CredentialsProviderError'), 'CredentialsProviderError'],
    ['the account is paused', anError('AccountSendingPausedException', 400), 'AccountSendingPausedException'],
    [
      'the configuration set is paused',
      anError('ConfigurationSetSendingPausedException', 400),
      'ConfigurationSetSendingPausedException',
    ],
    [
      'there is no such configuration set',
      anError('ConfigurationSetDoesNotExist', 400),
      'ConfigurationSetDoesNotExist',
    ],
    [
      'there is no such configuration set, as the client names it',
      anError('ConfigurationSetDoesNotExistException', 400),
      'ConfigurationSetDoesNotExistException',
    ],
    [
      'the MAIL FROM domain is not verified',
      anError('MailFromDomainNotVerifiedException', 400),
      'MailFromDomainNotVerifiedException',
    ],
    ['the role may not send', anError('AccessDenied', 403), 'AccessDenied'],
    ['the role may not send, in the newer spelling', anError('AccessDeniedException', 403), 'AccessDeniedException'],
    ['the key is not known', anError('InvalidClientTokenId', 403), 'InvalidClientTokenId'],
    ['the signature is wrong', anError('SignatureDoesNotMatch', 403), 'SignatureDoesNotMatch'],
  ])('when %s', (_when, error, because) => expect(outcomeOf(error)).toMatchObject({ kind: 'not-sent', because }));

  test.each([
    ['a moment', anError('Throttling', 400), 'busy'],
    ['the day', Object.assign(anError('Throttling', 400), { message: 'Daily message quota exceeded.' }), 'quota'],
    ['SES to be found', anError('Error', undefined, 'ENOTFOUND'), 'unreachable'],
    ['the account', anError('AccountSendingPausedException', 400), 'account'],
    ['the set-up', anError('MailFromDomainNotVerifiedException', 400), 'account'],
  ])('it waits for %s', (_what, error, cause) => expect(outcomeOf(error)).toMatchObject({ cause }));
});

describe('surely refused, will never be taken', () => {
  test.each([
    ['the message was rejected', 'MessageRejected'],
    ['a parameter was wrong', 'InvalidParameterValue'],
    ['the request did not validate', 'ValidationError'],
  ])('when %s', (_when, name) => {
    expect(outcomeOf(anError(name, 400))).toEqual({ kind: 'refused', because: name });
  });
});

describe('nobody can say whether it was sent', () => {
  test.each<[string, unknown]>([
    ['the connection was reset', anError('TimeoutError', undefined, 'ECONNRESET')],
    ['the connection was reset, under a plain name', anError('Error', undefined, 'ECONNRESET')],
    ['the pipe broke', anError('TimeoutError', undefined, 'EPIPE')],
    ['the request timed out', anError('TimeoutError', undefined, 'ETIMEDOUT')],
    ['the call was broken off', anError('AbortError')],
    ['the service failed', anError('InternalFailure', 500)],
    ['the gateway failed', anError('BadGateway', 502)],
    ['the service was not available', anError('ServiceUnavailable', 503)],
    ['the gateway timed out', anError('GatewayTimeout', 504)],
    ['the answer could not be read, though it was a good one', anError('SyntaxError', 200)],
    ['the error has a name nobody listed', anError('SomethingNew', 400)],
    ['the host was not to be reached', anError('Error', undefined, 'EHOSTUNREACH')],
    ['the code is an object', Object.assign(new Error('x'), { code: { toString: () => 'ECONNREFUSED' } })],
    ['text was thrown', 'Throttling'],
    ['nothing was thrown', undefined],
    ['something like an error was thrown', { name: 'Throttling' }],
  ])('when %s', (_when, error) => expect(outcomeOf(error).kind).toBe('unknown'));

  test('and even then it says something', () => {
    expect(outcomeOf(undefined)).toEqual({ kind: 'unknown', because: 'no answer' });
    expect(outcomeOf(anError('InternalFailure', 500))).toEqual({ kind: 'unknown', because: 'InternalFailure' });
  });
});

test('the reason never repeats what the service said, which may hold an address', () => {
  const error = Object.assign(new Error('Email address is not verified: ada@example.com'), { name: 'MessageRejected' });
  expect(JSON.stringify(outcomeOf(error))).not.toContain('ada@');
});
