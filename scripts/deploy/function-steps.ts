import {
  GetFunctionConfigurationCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import type { Cloud } from './cloud.ts';
import type { Cargo } from './plan.ts';
import { wantedEnvironment } from './plan.ts';
import { ALIAS } from './settings.ts';

const LOOK_EVERY_MS = 1_000;

/** Puts the zip on the function's newest, unpublished code. @throws Error when what arrived is not what was sent. */
export async function updateCode(cloud: Cloud, cargo: Cargo, waitMs: number): Promise<void> {
  const { CodeSha256 } = await cloud.lambda.send(
    new UpdateFunctionCodeCommand({ FunctionName: cargo.settings.function, ZipFile: cargo.zip.bytes }),
  );
  mustBe(CodeSha256, cargo.zip.digest);
  await updated(cloud, cargo.settings.function, waitMs);
}

/** Gives the function exactly the names the settings list, and the version. */
export async function updateEnvironment(cloud: Cloud, cargo: Cargo, waitMs: number): Promise<void> {
  await cloud.lambda.send(
    new UpdateFunctionConfigurationCommand({
      FunctionName: cargo.settings.function,
      Environment: { Variables: { ...wantedEnvironment(cargo) } },
    }),
  );
  await updated(cloud, cargo.settings.function, waitMs);
}

/** Publishes code and environment as a version, if the code is still ours; the same again answers the same version. */
export async function publishVersion(cloud: Cloud, cargo: Cargo, waitMs: number): Promise<string> {
  const { Version, CodeSha256 } = await cloud.lambda.send(
    new PublishVersionCommand({
      FunctionName: cargo.settings.function,
      CodeSha256: cargo.zip.digest,
      Description: cargo.sources.version,
    }),
  );
  mustBe(CodeSha256, cargo.zip.digest);
  if (Version === undefined) throw new Error('Lambda published a version without a number');
  await updated(cloud, cargo.settings.function, waitMs, Version);
  return Version;
}

/** Points the alias at a version, if nobody moved it meanwhile. Answers the alias's new revision. */
export async function pointAlias(
  cloud: Cloud,
  cargo: Cargo,
  to: { readonly version: string; readonly note: string; readonly revisionId: string },
): Promise<string> {
  const { RevisionId } = await cloud.lambda.send(
    new UpdateAliasCommand({
      FunctionName: cargo.settings.function,
      Name: ALIAS,
      FunctionVersion: to.version,
      Description: to.note,
      RevisionId: to.revisionId,
    }),
  );
  return RevisionId ?? '';
}

/** Waits until Lambda has taken an update over. @throws Error when it failed, or took longer than allowed. */
async function updated(cloud: Cloud, name: string, waitMs: number, version?: string): Promise<void> {
  const until = Date.now() + waitMs;
  for (;;) {
    const now = await cloud.lambda.send(
      new GetFunctionConfigurationCommand({
        FunctionName: name,
        ...(version === undefined ? {} : { Qualifier: version }),
      }),
    );
    if (now.State === 'Failed' || now.LastUpdateStatus === 'Failed') {
      throw new Error(`Lambda could not take it over: ${now.LastUpdateStatusReason ?? now.StateReason ?? 'no reason'}`);
    }
    if (now.State !== 'Pending' && now.LastUpdateStatus !== 'InProgress') return;
    if (Date.now() + LOOK_EVERY_MS > until) throw new Error(`Lambda was not done after ${waitMs / 1_000} seconds`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function mustBe(found: string | undefined, expected: string): void {
  if (found !== expected) throw new Error(`the code Lambda has is ${found ?? 'unknown'}, sent was ${expected}`);
}
