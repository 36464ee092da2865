import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const START_TIMEOUT_MS = 15_000;

/** The path of the embedded DynamoDB for this platform. @throws Error saying what to set when there is none. */
export function bundledDynamo(platform: string = process.platform, arch: string = process.arch): string {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${platform}-${arch}/dynoxide`);
  } catch {
    throw new Error(
      `No embedded DynamoDB is installed for ${platform}-${arch}. ` +
        'Run any DynamoDB-compatible server, such as DynamoDB Local, and set DYNAMODB_ENDPOINT to its address.',
    );
  }
}

/** Undefined once the program itself says it listens and lists its tables; else why it did not in time. */
export async function whyNotAnswering(endpoint: string, printed: () => string): Promise<string | undefined> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  let last = 'nothing was heard from it';
  while (performance.now() < deadline) {
    // Its own word first: another program on the same port would answer too.
    if (printed().includes('listening on')) {
      const reply = await listTables(endpoint).catch((error: unknown) => String(error));
      if (reply.includes('"TableNames"')) return undefined;
      last = reply;
    }
    await new Promise((wake) => setTimeout(wake, 15));
  }
  return `it did not answer within ${START_TIMEOUT_MS / 1000} seconds: ${last}`;
}

/** What the program said when it failed, turned into what a person can do about it. */
export function startFailure(why: string, port: number, dbPath: string | undefined): Error {
  if (/already in use/i.test(why)) {
    return new Error(`The embedded DynamoDB cannot start: port ${port} is already in use.`);
  }
  if (dbPath !== undefined && /not a valid SQLite|malformed|not a database|encrypted/i.test(why)) {
    return new Error(
      `The local database ${dbPath} is damaged and was left as it is. To start over with an empty one, ` +
        `delete the folder ${dirname(dbPath)}. (${why})`,
    );
  }
  return new Error(`The embedded DynamoDB did not start: ${why}`);
}

async function listTables(endpoint: string): Promise<string> {
  const reply = await fetch(endpoint, {
    method: 'POST',
    signal: AbortSignal.timeout(2_000),
    body: '{}',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.ListTables',
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
  });
  return reply.text();
}
