import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { element } from './xml.ts';

/** A refusal as SES words it. Answered in one place. */
export class SesError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Answers an action with the inside of its result element. */
export function sendResult(response: ServerResponse, action: string, inner: string): void {
  sendXml(response, 200, `${action}Response`, `<${action}Result>${inner}</${action}Result>`, (id) => {
    return `<ResponseMetadata>${element('RequestId', id)}</ResponseMetadata>`;
  });
}

/** Answers with the error document of the query protocol. */
export function sendSesError(response: ServerResponse, error: SesError): void {
  const type = element('Type', error.status < 500 ? 'Sender' : 'Receiver');
  const inner = `<Error>${type}${element('Code', error.code)}${element('Message', error.message)}</Error>`;
  sendXml(response, error.status, 'ErrorResponse', inner, (id) => element('RequestId', id));
}

function sendXml(
  response: ServerResponse,
  status: number,
  root: string,
  inner: string,
  withRequestId: (id: string) => string,
): void {
  const id = randomUUID();
  const xmlns = 'http://ses.amazonaws.com/doc/2010-12-01/';
  response.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': id });
  response.end(`<${root} xmlns="${xmlns}">${inner}${withRequestId(id)}</${root}>`);
}
