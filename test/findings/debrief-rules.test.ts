import { expect, test } from 'vitest';
import { DEBRIEF_RULES } from '../../shared/reports/findings/debrief-rules/debrief-rules.ts';
import { findingsOf } from '../../shared/reports/findings/finding.ts';
import type { Values } from './a-sheet.ts';
import { aSheetOf } from './a-sheet.ts';

test.each<readonly [string, Values, string]>([
  ['head-count-mismatch', { 'pax-aboard': 6, 'pax-ashore': 6 }, 'ok'],
  ['head-count-mismatch', { 'pax-aboard': 6, 'pax-ashore': 5 }, 'critical'],
  ['head-count-mismatch', { 'pax-aboard': 6, 'pax-ashore': null }, 'unknown'],
  ['incident-aboard', { 'incident-reported': 'no' }, 'ok'],
  ['incident-aboard', { 'incident-reported': 'yes' }, 'critical'],
  ['incident-aboard', { 'incident-reported': null }, 'unknown'],
  ['damage-aboard', { 'damage-reported': 'none' }, 'ok'],
  ['damage-aboard', { 'damage-reported': 'Torn jib' }, 'high'],
  ['damage-aboard', { 'damage-reported': null }, 'unknown'],
  ['unsigned-waivers', { 'waivers-signed': 6, 'waivers-needed': 6 }, 'ok'],
  ['unsigned-waivers', { 'waivers-signed': 5, 'waivers-needed': 6 }, 'high'],
  ['unsigned-waivers', { 'waivers-signed': null, 'waivers-needed': null }, 'unknown'],
  ['open-checklist', { 'checklist-done': 9, 'checklist-items': 9 }, 'ok'],
  ['open-checklist', { 'checklist-done': 8, 'checklist-items': 9 }, 'medium'],
  ['unfilled-crew-role', { 'crew-filled': 1, 'crew-roles': 2 }, 'high'],
  ['balance-due', { 'charter-balance-due': 0 }, 'ok'],
  ['balance-due', { 'charter-balance-due': 1 }, 'high'],
  ['tips-held', { 'charter-tips-held': 20_000 }, 'medium'],
  ['late-departure', { 'departure-delay': 10 }, 'ok'],
  ['late-departure', { 'departure-delay': -5 }, 'ok'],
  ['late-departure', { 'departure-delay': 11 }, 'low'],
  ['late-departure', { 'departure-delay': 21 }, 'medium'],
  ['charter-at-a-loss', { 'contribution-margin': 1 }, 'ok'],
  ['charter-at-a-loss', { 'contribution-margin': 0 }, 'high'],
  ['charter-at-a-loss', { 'contribution-margin': null }, 'unknown'],
  ['charter-incident-unreported', { 'charter-notices-open': 0, 'charter-reports-open': 0 }, 'ok'],
  [
    'charter-incident-unreported',
    { 'charter-notices-open': 0, 'charter-reports-open': 1, 'charter-report-due': '2026-11-26' },
    'high',
  ],
  [
    'charter-incident-unreported',
    { 'charter-notices-open': 1, 'charter-reports-open': 1, 'charter-report-due': '2026-11-26' },
    'critical',
  ],
  ['charter-incident-unreported', { 'charter-notices-open': null, 'charter-reports-open': null }, 'unknown'],
])('%s given %j is %s', (id, charter, found) => {
  const finding = findingsOf(DEBRIEF_RULES, aSheetOf({}, { charter })).find(({ rule }) => rule.id === id);
  expect(finding?.state === 'shortfall' ? finding.severity : finding?.state).toBe(found);
});

test('without a charter nothing is asked', () => {
  expect(findingsOf(DEBRIEF_RULES, aSheetOf({}))).toEqual([]);
});
