import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { SignInMailJob } from './host/sign-in-service.ts';

/** Work the function gives itself to do later. Ids only: whatever it needs is read again when it runs. */
export type SelfEvent =
  | { readonly source: 'scc.self'; readonly kind: 'finish-run'; readonly runKey: string }
  | { readonly source: 'scc.self'; readonly kind: 'refresh-dashboard' }
  | ({ readonly source: 'scc.self'; readonly kind: 'sign-in-mail' } & SignInMailJob);

/** Starts the function again, without waiting for it. */
export interface Invoker {
  invoke(event: SelfEvent): Promise<void>;
}

/** Where the function's own work goes. Without an alias to the newest code, live or not. */
export interface InvokerSettings {
  readonly region: string;
  readonly functionName: string;
  readonly alias?: string;
  readonly endpoint?: string;
}

/** Asynchronous invocation of this very function, through its alias when it has one. */
export function lambdaInvoker(settings: InvokerSettings): Invoker {
  let client: Promise<LambdaClient> | undefined;
  return {
    async invoke(event) {
      const { InvokeCommand, LambdaClient: Client } = await import('@aws-sdk/client-lambda');
      client ??= Promise.resolve(
        new Client({
          region: settings.region,
          ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
          maxAttempts: 3,
          requestHandler: {
            connectionTimeout: 2_000,
            requestTimeout: 3_000,
            socketTimeout: 3_000,
            throwOnRequestTimeout: true,
          },
        }),
      );
      await (await client).send(
        new InvokeCommand({
          FunctionName: settings.functionName,
          InvocationType: 'Event',
          Payload: JSON.stringify(event),
          ...(settings.alias === undefined ? {} : { Qualifier: settings.alias }),
        }),
      );
    },
  };
}
