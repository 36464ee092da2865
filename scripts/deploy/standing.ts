import { GetAliasCommand, GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { Cloud } from './cloud.ts';
import type { Settings } from './settings.ts';
import { ALIAS } from './settings.ts';

/** What is in the cloud now. */
export interface Standing {
  readonly codeDigest: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly live: Live;
  /** Entity tags of the stored pages, by key. */
  readonly pages: ReadonlyMap<string, string>;
}

/** Where the alias points. */
export interface Live {
  readonly version: string;
  readonly revisionId: string;
  /** While a version is tried out: the one to go back to. It survives a crash because it stands on the alias itself. */
  readonly before?: string;
}

const ON_TRIAL = /^on trial; before it (\d+)$/;

/** What the alias says of itself while a version is tried out. */
export function trialNote(before: string): string {
  return `on trial; before it ${before}`;
}

/** Reads, changes nothing. @throws the service's error for what is not there or may not be read. */
export async function standingOf(cloud: Cloud, settings: Settings): Promise<Standing> {
  const configuration = await cloud.lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: settings.function }),
  );
  const alias = await cloud.lambda.send(new GetAliasCommand({ FunctionName: settings.function, Name: ALIAS }));
  const before = ON_TRIAL.exec(alias.Description ?? '')?.[1];
  const pages = new Map<string, string>();
  for await (const page of paginateListObjectsV2({ client: cloud.s3 }, { Bucket: settings.pagesBucket })) {
    for (const { Key, ETag } of page.Contents ?? []) pages.set(Key ?? '', (ETag ?? '').replaceAll('"', ''));
  }
  return {
    codeDigest: configuration.CodeSha256 ?? '',
    environment: configuration.Environment?.Variables ?? {},
    live: {
      version: alias.FunctionVersion ?? '',
      revisionId: alias.RevisionId ?? '',
      ...(before === undefined ? {} : { before }),
    },
    pages,
  };
}
