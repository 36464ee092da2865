import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { DeployArguments, Service } from './arguments.ts';

/** The services of one environment. */
export interface Cloud {
  readonly lambda: LambdaClient;
  readonly s3: S3Client;
  readonly cloudfront: CloudFrontClient;
  readonly sts: STSClient;
}

/** Clients with calls that end, and few retries: a person waits, and every step can be run again. */
export function cloudOf(region: string, endpoints: DeployArguments['endpoints']): Cloud {
  const settings = (service: Service) => ({
    region,
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 5_000,
      requestTimeout: 60_000,
      socketTimeout: 60_000,
      throwOnRequestTimeout: true,
    },
    ...(endpoints[service] === undefined ? {} : { endpoint: endpoints[service] }),
  });
  return {
    lambda: new LambdaClient(settings('lambda')),
    s3: new S3Client({ ...settings('s3'), forcePathStyle: endpoints.s3 !== undefined }),
    cloudfront: new CloudFrontClient(settings('cloudfront')),
    sts: new STSClient(settings('sts')),
  };
}

/** Whether this machine has credentials at all; nobody is asked on the network for a static pair. */
export async function hasCredentials(cloud: Cloud): Promise<boolean> {
  return cloud.sts.config.credentials().then(
    () => true,
    () => false,
  );
}

/** Who the credentials belong to. @throws Error when they belong to another account than the settings say. */
export async function identityIn(cloud: Cloud, account: string): Promise<string> {
  const { Account, Arn } = await cloud.sts.send(new GetCallerIdentityCommand({}));
  if (Account !== account) {
    throw new Error(`these credentials are of account ${Account ?? 'unknown'}, the settings name ${account}`);
  }
  return Arn ?? 'unknown';
}
