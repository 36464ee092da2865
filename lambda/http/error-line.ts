const MOST_CHARACTERS = 4_000;

/** An error as fields of a log line: its names, places and words, without addresses, tokens and control characters. */
export function errorLine(error: unknown): { readonly error: string; readonly trace: string } {
  if (!(error instanceof Error)) return { error: typeof error, trace: '' };
  return { error: masked(`${error.name}: ${error.message}`), trace: masked(tracesOf(error)) };
}

/** Text with everything that looks like a mail address or a long random token covered. */
export function masked(text: string): string {
  return (
    text
      .slice(0, 4 * MOST_CHARACTERS)
      .replace(/[^\s@<>"'(),;:]{1,128}@[^\s@<>"'(),;:]{1,255}/g, '[address]')
      .replace(/[A-Za-z0-9_.-]{40,}/g, '[token]')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
      .slice(0, MOST_CHARACTERS)
  );
}

function tracesOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack ?? error.cause.message}` : '';
  return `${error.stack ?? ''}${cause}`;
}
