/** How a local start is asked for. */
export interface StartArguments {
  /** No sample company: for a business of one's own. */
  readonly isEmpty: boolean;
}

export const USAGE = `Usage: npm start [-- --empty]

Starts everything on this machine and prints where: the app, an inbox for every mail it sends, the database, the archive.
The first start on a folder loads a sample company into it.

  --empty    loads nothing: for a business of your own
  --help     this page

Where the data lie: .local, or the folder named in SCC_DATA. Every other command finds them there, with the same SCC_DATA.`;

/** The command line as a start, the help page, or what does not fit: a slip of the pen must not load the sample. */
export function startArguments(
  argv: readonly string[],
): StartArguments | { readonly page: 'help' } | { readonly problem: string } {
  const unknown = argv.filter((argument) => !['--empty', '--help', '-h'].includes(argument));
  if (unknown.length > 0) return { problem: `${unknown.join(' ')}: expected --empty, --help or nothing` };
  return argv.some((argument) => argument !== '--empty') ? { page: 'help' } : { isEmpty: argv.length > 0 };
}
