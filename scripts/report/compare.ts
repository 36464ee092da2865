import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { archivedDocument } from '../../lambda/reports/library-service.ts';
import { FaultError, orThrow } from '../../shared/kernel/fault.ts';
import { comparison } from '../../shared/reports/comparison.ts';
import { decodedDocument } from '../../shared/reports/document/decoder.ts';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import { ArgumentError } from './arguments.ts';
import type { OpenBooks } from './books.ts';
import { NoBooks, openBooks } from './books.ts';
import type { IssueNamed } from './compare-arguments.ts';
import { COMPARE_USAGE, compareArguments } from './compare-arguments.ts';
import { comparisonText } from './comparison-text.ts';
import { OPERATOR } from './operator.ts';

const DONE = 0;
const FAILED = 1;
const MISUSED = 2;
const NOTHING_TO_READ = 3;

const FOLDER = resolve(import.meta.dirname, '../..', process.env['SCC_DATA'] ?? '.local');

async function main(argv: readonly string[]): Promise<number> {
  const asked = compareArguments(argv);
  if ('help' in asked) return print(COMPARE_USAGE);
  const { left, right, format } = asked;
  const books = 'name' in left || 'name' in right ? await openBooks(FOLDER) : undefined;
  try {
    const before = await documentOf(left, books);
    const after = await documentOf(right, books);
    if (before.report !== after.report) {
      throw new ArgumentError([`only issues of one report can be compared: ${before.title} and ${after.title}`]);
    }
    const compared = comparison(before, after);
    return print(format === 'json' ? JSON.stringify(compared, undefined, 2) : comparisonText(compared));
  } finally {
    await books?.close();
  }
}

async function documentOf(issue: IssueNamed, books: OpenBooks | undefined): Promise<ReportDocument> {
  if ('file' in issue) return inFile(issue.file);
  if (books === undefined) throw new NoBooks('There are no books to read an issue from.');
  const { reportingDeps } = books.runtime;
  try {
    return await archivedDocument(reportingDeps, OPERATOR, issue.name);
  } catch (error) {
    const isAbsent = error instanceof FaultError && error.fault.code === 'not-found';
    throw isAbsent ? new Error(`there is no issue ${issue.name} in the archive`) : error;
  }
}

async function inFile(path: string): Promise<ReportDocument> {
  let said: unknown;
  try {
    said = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return orThrow(decodedDocument(said));
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return DONE;
}

function complain(error: unknown): number {
  if (error instanceof ArgumentError) {
    process.stderr.write(`These arguments do not fit:\n${error.message}\n\n${COMPARE_USAGE}\n`);
    return MISUSED;
  }
  const problems =
    error instanceof FaultError ? error.fault.problems.map(({ field, message }) => `  ${field}: ${message}`) : [];
  process.stderr.write(`${[error instanceof Error ? error.message : String(error), ...problems].join('\n')}\n`);
  return error instanceof NoBooks ? NOTHING_TO_READ : FAILED;
}

// The exit code is set, not forced: a pipe still gets everything that was printed.
process.exitCode = await main(process.argv.slice(2)).catch(complain);
