import { lintSource } from '@secretlint/core';
import { creator as patterns } from '@secretlint/secretlint-rule-pattern';
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintCoreConfig } from '@secretlint/types';
import { sha256Hex } from '../../shared/kernel/digest.ts';
import type { RepositoryScan } from '../../shared/records/repository-scan.ts';

export type SecretFinding = RepositoryScan['secrets'][number];

/** Digits of the fingerprint kept: enough to tell two secrets apart. */
const FINGERPRINT_DIGITS = 16;

/** The number of a cloud account is no secret, and no use to a thief. */
const ACCOUNT_ID = 'AWSAccountID';

/** The forms of keys that gitleaks looks for and the preset does not. */
const GITLEAKS = [
  { name: 'Payment key', pattern: String.raw`/\b((?:sk|rk)_(?:test|live|prod)_[a-zA-Z0-9]{10,99})/` },
  { name: 'Cloud access key id', pattern: String.raw`/\b((?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})\b/` },
];

const CONFIG: SecretLintCoreConfig = {
  rules: [
    {
      id: '@secretlint/secretlint-rule-preset-recommend',
      rule: recommended,
      rules: [{ id: '@secretlint/secretlint-rule-aws', options: { enableIDScanRule: true } }],
    },
    { id: '@secretlint/secretlint-rule-pattern', rule: patterns, options: { patterns: GITLEAKS } },
  ],
};

/**
 * The secrets in one file: the rule, the line and a fingerprint of each. The secrets themselves stay here. Rules that
 * meet on the same place count once.
 */
export async function secretsIn(file: string, content: string): Promise<readonly SecretFinding[]> {
  const { messages } = await lintSource({
    source: { filePath: file, content, ext: extensionOf(file), contentType: 'text' },
    options: { config: CONFIG, noPhysicFilePath: true },
  });
  const found = messages
    .filter(({ messageId }) => messageId !== ACCOUNT_ID)
    .map(({ ruleId, messageId, range, loc }) => ({
      rule: `${ruleId.replace('@secretlint/secretlint-rule-', '')}, ${messageId}`,
      file,
      line: loc.start.line,
      fingerprint: sha256Hex(content.slice(...range)).slice(0, FINGERPRINT_DIGITS),
    }));
  return [...new Map(found.map((of) => [`${of.line} ${of.fingerprint}`, of])).values()];
}

function extensionOf(file: string): string {
  const at = file.lastIndexOf('.');
  return at < 0 ? '' : file.slice(at);
}
