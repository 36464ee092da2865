import type { Instant } from '../../shared/kernel/calendar.ts';
import { listed } from '../../shared/kernel/listed.ts';
import type { KeyFigure, ReportDocument } from '../../shared/reports/document/report-document.ts';
import { formatFigure } from '../../shared/reports/render/format.ts';
import { formatInstant } from '../../shared/reports/render/format-days.ts';
import type { DashboardResponse } from '../../shared/wire/reports.ts';
import type { ApiProblem } from '../api/problem.ts';

/** The last dashboard that was had, and the mark it is known by. */
export interface HeldDashboard {
  readonly etag: string | undefined;
  readonly answer: Pick<DashboardResponse, 'document' | 'takenAt'>;
}

/** What the tab knows: the figures last had, if any, and how the last question went. */
export interface Live {
  readonly held: HeldDashboard | undefined;
  readonly check: 'first' | 'slow' | 'good' | ApiProblem;
}

/** How fresh the figures on the screen are: a tone, and the words for it. */
export interface Freshness {
  readonly tone: 'live' | 'old' | 'offline';
  readonly word: string;
}

/** Whether the figures on the screen have just been confirmed. */
export function freshness(check: Live['check']): Freshness {
  if (check === 'good') return { tone: 'live', word: 'Up to date' };
  if (check === 'first' || check === 'slow') return { tone: 'old', word: 'Checking for newer figures' };
  return check.code === 'offline'
    ? { tone: 'offline', word: 'Offline: the last figures' }
    : { tone: 'old', word: 'Could not be checked: the last figures' };
}

/** Up to when the figures count. The first clock time a browser writes costs it more than everything else here. */
export function asOfText({ answer }: HeldDashboard): string {
  return `As of ${formatInstant(answer.takenAt as Instant, answer.document.zone)}`;
}

/** At most so many changes are read out; the rest is counted. */
const READ_OUT = 3;

/** What changed from one dashboard to the next, as somebody would say it; nothing when no headline figure did. */
export function changeSentence(before: ReportDocument, after: ReportDocument): string | undefined {
  const was = new Map(headlines(before).map((one) => [one.label, formatFigure(one.figure)]));
  const changed = headlines(after)
    .filter(({ label }) => was.has(label))
    .map(({ label, figure }) => ({ label, text: formatFigure(figure) }))
    .filter(({ label, text }) => was.get(label) !== text);
  if (changed.length === 0) return undefined;
  const said = changed.slice(0, READ_OUT).map(({ label, text }) => `${label} is now ${text}`);
  const more = changed.length - said.length;
  return `${listed(more > 0 ? [...said, `${more} more figures changed`] : said)}.`;
}

function headlines(document: ReportDocument): readonly KeyFigure[] {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block) => (block.kind === 'key-figures' ? block.figures : []));
}
