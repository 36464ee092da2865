import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from '../architecture/imports.ts';
import { cloudTemplate, propertiesOf } from './a-template.ts';

/** What AWS asks for, for each command (Service Authorization Reference). A command missing here fails the test. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  GetCommand: ['dynamodb:GetItem'],
  BatchGetCommand: ['dynamodb:BatchGetItem'],
  QueryCommand: ['dynamodb:Query'],
  PutCommand: ['dynamodb:PutItem'],
  UpdateCommand: ['dynamodb:UpdateItem'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  TransactWriteCommand: [], // its parts are counted below
  InvokeCommand: ['lambda:InvokeFunction'],
  SendRawEmailCommand: ['ses:SendRawEmail'],
  GetSendQuotaCommand: ['ses:GetSendQuota'],
  GetAccountSendingEnabledCommand: ['ses:GetAccountSendingEnabled'],
  GetObjectCommand: ['s3:GetObject', 's3:ListBucket'], // the second, so that what is absent is "no such key"
  PutObjectCommand: ['s3:PutObject'],
};
/** What the parts of a transaction need, and other words in the code that need a right. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bPut: \{|\bPut\b[,:] /, 'dynamodb:PutItem'],
  [/\bUpdate: \{/, 'dynamodb:UpdateItem'],
  [/\bDelete: \{/, 'dynamodb:DeleteItem'],
  [/\bConditionCheck: \{/, 'dynamodb:ConditionCheckItem'],
  [/\bTagging: /, 's3:PutObjectTagging'],
  [/extensionReader\(/, 'secretsmanager:GetSecretValue'],
];
/** What Lambda itself does in the function's name: its log, and work that failed. */
const BY_LAMBDA = ['logs:CreateLogStream', 'logs:PutLogEvents', 'sqs:SendMessage'];

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

const template = cloudTemplate();
const statements = (name: string) =>
  (propertiesOf(template, name)['PolicyDocument'] as { Statement: readonly Statement[] }).Statement;
const GIVEN = [...statements('FunctionRolePolicy'), ...statements('FunctionCallsItself')];
const actionsIn = (some: readonly Statement[]) => some.flatMap(({ Action }) => Action);

describe('what the function may do', () => {
  const sources = sourceFiles('lambda').map((file) => readFileSync(join(ROOT, file), 'utf8'));
  const commands = new Set(
    sources.flatMap((text) => [...text.matchAll(/new (\w+Command)\(/g)].map((match) => match[1] ?? '')),
  );

  it('is what its code does, no less and no more', () => {
    const words = WORDS.filter(([word]) => sources.some((text) => word.test(text))).map(([, action]) => action);
    const used = [...commands].flatMap((name) => ACTIONS[name] ?? [`unknown to this test: ${name}`]);
    const needed = new Set([...used, ...words, ...BY_LAMBDA]);
    expect([...new Set(actionsIn(GIVEN))].sort()).toEqual([...needed].sort());
    expect(commands.size).toBeGreaterThan(6);
  });

  it('names every action whole, and every place', () => {
    const actions = actionsIn(GIVEN);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    const wide = GIVEN.filter(({ Resource }) => /"[^"]*\*/.test(JSON.stringify(Resource)));
    // Keys of reports begin with the day; what is asked of the account has no place; no other is named by a pattern.
    expect(wide.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['Archive', { 'Fn::Sub': `\${ArchiveBucket.Arn}/*` }],
      ['MailAccount', '*'],
    ]);
  });

  it('adds to the audit lines and reads them, and cannot change or remove one', () => {
    const audit = GIVEN.filter(({ Resource }) => JSON.stringify(Resource).includes('AuditTable'));
    expect(actionsIn(audit)).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
  });

  it('asks the audit table for nothing else anywhere in the code', () => {
    const users = sourceFiles('lambda').filter((file) =>
      /tables\.audit\b/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(users).toEqual(['lambda/stores/audit-store.ts']);
    const store = readFileSync(join(ROOT, 'lambda/stores/audit-store.ts'), 'utf8');
    expect([/\bUpdate|\bDelete|\bGetCommand/.test(store), /\bPut: \{/.test(store), /QueryCommand/.test(store)]).toEqual(
      [false, true, true],
    );
  });
});
