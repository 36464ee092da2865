import { parseArgs } from 'node:util';

export const VERIFY_USAGE = `Usage: npm run verify -- ledger [--entity ID[,ID]] [--repair] [--entries FILE]
       npm run verify -- figures --report FILE
       npm run verify -- audit | archive | all [--rerender] [--issue RUN/SCOPE/SLUG] [--from FOLDER]
       npm run verify -- export --out FOLDER

"ledger" rebuilds month balances, the balances of charters and of everything else money is about, and the lists of
unsettled charters from the journal entries, and compares them with what is stored. With --repair, what differs is shown
and then set to what the entries say; the entries themselves are never changed. With --entries, what is stored is held
against the entries of a file, one JSON object to a line, such as "npm run journal -- --as lines" writes.

"figures" follows the figures of a report, given as its JSON, back to the journal: the balances each names are added up
again from the entries posted by the time the report was read.

"audit" follows every line of history from the first on, every checkpoint to the one before it, and holds the ends of all
histories against those the checkpoints and the archived mails saw. "archive" holds every object against the manifests
and lines that name it. With --rerender every issue, with --issue one, is printed again from its records and compared
byte for byte. "all" does all of it, the ledger too. "export" writes history, archive and books as plain files, mails
with their addresses included; --from checks such a folder, without any service.

Exit codes: 0 all is as it was written · 1 something is not, and the first of it is named · 2 it could not be checked`;

const WHAT = ['ledger', 'figures', 'audit', 'archive', 'all', 'export'] as const;
export type What = (typeof WHAT)[number];

const OPTIONS = {
  entity: { type: 'string' },
  repair: { type: 'boolean' },
  entries: { type: 'string' },
  report: { type: 'string' },
  rerender: { type: 'boolean' },
  issue: { type: 'string' },
  from: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;
type Option = keyof typeof OPTIONS;

/** Which options belong to which check. */
const TAKES: Readonly<Record<What, readonly Option[]>> = {
  ledger: ['entity', 'repair', 'entries'],
  figures: ['report'],
  audit: ['from'],
  archive: ['rerender', 'issue', 'from'],
  all: ['rerender', 'issue', 'from'],
  export: ['out'],
};

/** What is asked for; `help` alone where that is. */
export function verifyArguments(argv: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  if (values.help) return 'help';
  const what = WHAT.find((one) => one === positionals[0]);
  if (what === undefined || positionals.length > 1)
    throw new Error(`expected one of ${WHAT.join(', ')}\n\n${VERIFY_USAGE}`);
  const strange = (Object.keys(values) as Option[]).filter((name) => !TAKES[what].includes(name));
  if (strange.length > 0) throw new Error(`"${what}" takes no --${strange[0]}\n\n${VERIFY_USAGE}`);
  const needed = { figures: 'report', export: 'out' } as const;
  const missing = what === 'figures' || what === 'export' ? needed[what] : undefined;
  if (missing !== undefined && values[missing] === undefined)
    throw new Error(`"${what}" needs --${missing}\n\n${VERIFY_USAGE}`);
  if (values.repair && values.entries !== undefined)
    throw new Error(`--repair goes by the stored entries\n\n${VERIFY_USAGE}`);
  return { what, ...values };
}
