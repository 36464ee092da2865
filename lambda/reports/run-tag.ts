/** A run's key as a tag of a mail, which holds letters, digits, - and _ alone. */
export function runTag(runKey: string): string {
  return Buffer.from(runKey, 'utf8').toString('base64url');
}

/** The run a tag names; nothing for what is no tag of ours. */
export function runKeyIn(tag: string | undefined): string | undefined {
  if (tag === undefined || !/^[A-Za-z0-9_-]+$/.test(tag)) return undefined;
  const key = Buffer.from(tag, 'base64url').toString('utf8');
  return runTag(key) === tag ? key : undefined;
}
