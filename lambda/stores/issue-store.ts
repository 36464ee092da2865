import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Month } from '../../shared/kernel/calendar.ts';
import type { LibraryEntry } from '../../shared/reports/library.ts';
import { libraryPlace } from '../../shared/reports/library.ts';
import { ISSUES, issueEntryKey, issuesInLine, issuesOfReport } from './keys.ts';
import { recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import { BY_MONTH, OPEN } from './tables.ts';
import type { Write } from './transaction.ts';

/** The write that enters an archived issue into the library; entering it again changes nothing. */
export function libraryWrite(tables: Pick<Tables, 'main'>, entry: LibraryEntry): Write {
  const place = libraryPlace(entry);
  return {
    Put: {
      TableName: tables.main,
      Item: {
        ...entry,
        ...issueEntryKey(place),
        monthPk: issuesOfReport(entry.report),
        monthSk: place,
        openPk: issuesInLine(entry.report, entry.occasion, entry.entityIds),
        openSk: place,
      },
    },
  };
}

/** The last issue before a place of the same report, occasion and entities: one item, however many there are. */
export async function issueBefore(
  tables: Tables,
  line: Pick<LibraryEntry, 'report' | 'occasion' | 'entityIds'>,
  before: string,
): Promise<LibraryEntry | undefined> {
  const found = await tables.client.send(
    new QueryCommand({
      TableName: tables.main,
      IndexName: OPEN,
      KeyConditionExpression: 'openPk = :pk AND openSk < :before',
      ExpressionAttributeValues: { ':pk': issuesInLine(line.report, line.occasion, line.entityIds), ':before': before },
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  return found.Items?.[0] && recordIn<LibraryEntry>(found.Items[0]);
}

/** Which part of the library: of one report, archived in one month, before one place. */
export interface LibraryPart {
  readonly report?: string | undefined;
  readonly month?: Month | undefined;
  readonly before?: string | undefined;
}

const PAGE = 200;

/** The issues of a part of the library, newest first, read page by page for as long as somebody wants more. */
export async function* libraryEntries(
  tables: Tables,
  { report, month, before }: LibraryPart,
): AsyncGenerator<LibraryEntry> {
  const [pk, sk] = report === undefined ? ['pk', 'sk'] : ['monthPk', 'monthSk'];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await tables.client.send(
      new QueryCommand({
        TableName: tables.main,
        ...(report === undefined ? {} : { IndexName: BY_MONTH }),
        KeyConditionExpression: `${pk} = :pk AND ${sk} BETWEEN :first AND :last`,
        ExpressionAttributeValues: {
          ':pk': report === undefined ? ISSUES : issuesOfReport(report),
          ':first': month ?? '0',
          ':last': earlier(before, month === undefined ? '9' : `${month}~`),
        },
        ScanIndexForward: false,
        Limit: PAGE,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    for (const item of page.Items ?? []) {
      const entry = recordIn<LibraryEntry>(item);
      if (before === undefined || libraryPlace(entry) < before) yield entry;
    }
    from = page.LastEvaluatedKey;
  } while (from);
}

function earlier(a: string | undefined, b: string): string {
  return a !== undefined && a < b ? a : b;
}
