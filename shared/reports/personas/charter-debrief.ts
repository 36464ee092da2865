import type { LocalDate } from '../../kernel/calendar.ts';
import { plusDays } from '../../kernel/calendar.ts';
import type { Period } from '../../kernel/period.ts';
import type { Block, Section, Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { agendaOf } from '../findings/agenda.ts';
import { DEBRIEF_RULES } from '../findings/debrief-rules/debrief-rules.ts';
import { sideOfAverage } from '../findings/direction.ts';
import type { Finding, Shortfall } from '../findings/finding.ts';
import { shortfallsIn, unjudgedIn } from '../findings/finding.ts';
import { numberIn } from '../findings/judging.ts';
import { bySeverity } from '../findings/ranking.ts';
import { daySection } from './debrief/day.ts';
import { inShortSection } from './debrief/in-short.ts';
import { moneySection } from './debrief/money.ts';
import { timingSection } from './debrief/timing.ts';
import { actionLine, figuresOn, spansOf } from './figures.ts';
import { headlineOf } from './headline.ts';
import type { ReportContext } from './report.ts';
import { writtenReport } from './written-report.ts';

/** One charter on one screen, for those who sailed it and those who run the business. */
export const charterDebrief = writtenReport({
  id: 'charter-debrief',
  slug: 'charter-debrief',
  title: 'Charter debrief',
  audience: 'captain, admin',
  perCharter: 'debrief',
  rules: DEBRIEF_RULES,
  appendixHeading: 'Definitions and sources',
  titleOf(sheet) {
    const [charter] = sheet.subjects('charter');
    return charter === undefined ? 'Charter debrief' : `Charter debrief: ${charter.name}`;
  },
  periodOf(sheet) {
    const [charter] = sheet.subjects('charter');
    return charter === undefined ? sheet.period : dayOf(sheet, charter.id);
  },
  headline(sheet, findings) {
    const [charter] = sheet.subjects('charter');
    return charter === undefined ? ['No charter was completed.'] : headline(sheet, charter.id, findings);
  },
  sections(sheet, findings, context) {
    const [charter] = sheet.subjects('charter');
    return charter === undefined ? [NO_CHARTER] : sectionsOf(sheet, charter.id, findings, context);
  },
});

/** The one day the charter is about. */
function dayOf(sheet: FactSheet, id: string): Period {
  const { measured } = sheet.get('charter-sailed-on', id);
  if (measured.state === 'unknown') return sheet.period;
  const from = measured.value as LocalDate;
  return { from, until: plusDays(from, 1) };
}

const NO_CHARTER: Section = {
  id: 'what-happened',
  heading: 'What happened',
  blocks: [
    { kind: 'paragraph', spans: ['This report is made when a charter is completed; this run was not about one.'] },
  ],
};

function sectionsOf(
  sheet: FactSheet,
  id: string,
  findings: readonly Finding[],
  context: ReportContext,
): readonly Section[] {
  return [
    inShortSection(sheet, id, shortfallsIn(findings).length),
    daySection(sheet, id),
    timingSection(sheet),
    moneySection(sheet, id),
    exceptions(sheet, findings),
    followUps(sheet, findings, context),
  ];
}

/** What went wrong first, else what the charter left. */
function headline(sheet: FactSheet, id: string, findings: readonly Finding[]): readonly Span[] {
  const [worst] = bySeverity(shortfallsIn(findings));
  if (worst?.severity === 'critical') return headlineOf(worst, sheet);
  const at = figuresOn(sheet);
  const difference = numberIn(sheet.get('margin-against-average', id));
  const name = sheet.get('contribution-margin', id).meaning.title;
  if (numberIn(sheet.get('contribution-margin', id)) === undefined)
    return ['Revenue ', at('charter-revenue', id), '; what the charter left is not known yet.'];
  const against: readonly Span[] =
    difference === undefined ? [] : [`, ${sideOfAverage(difference)} of `, at('usual-contribution', id)];
  return [`${name} `, at('contribution-margin', id), ...against, '.'];
}

function exceptions(sheet: FactSheet, findings: readonly Finding[]): Section {
  const short = bySeverity(shortfallsIn(findings));
  const open = unjudgedIn(findings).map(({ rule }) => rule.title.toLowerCase());
  const blocks: Block[] =
    short.length === 0
      ? [{ kind: 'paragraph', spans: ['Nothing out of order was recorded.'] }]
      : [{ kind: 'list', items: short.map((finding) => exceptionLine(finding, sheet)) }];
  if (open.length > 0)
    blocks.push({ kind: 'paragraph', spans: [`Not judged, for lack of records: ${open.join('; ')}.`] });
  return { id: 'exceptions', heading: 'Exceptions', count: short.length, blocks };
}

/** One line: what to do about it, by whom and by when stands among the follow-ups. */
function exceptionLine({ rule, severity, gap, impact }: Shortfall, sheet: FactSheet): readonly Span[] {
  return [`${rule.title} (${severity}): `, ...spansOf(gap, sheet), ' ', ...spansOf(impact, sheet)];
}

function followUps(sheet: FactSheet, findings: readonly Finding[], context: ReportContext): Section {
  const agenda = agendaOf(findings, sheet.today, context.blackoutDays);
  return {
    id: 'follow-ups',
    heading: 'Follow-ups',
    count: agenda.length,
    blocks:
      agenda.length === 0
        ? [{ kind: 'paragraph', spans: ['None.'] }]
        : [{ kind: 'actions', actions: agenda.map(actionLine) }],
  };
}
