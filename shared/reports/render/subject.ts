import type { ReportDocument } from '../document/report-document.ts';
import { formatFigure } from './format.ts';
import { formatPeriodShort } from './format-days.ts';
import { unbroken, wholeSpaces } from './sentence.ts';
import { visibleText } from './visible-text.ts';

/** What an inbox shows of a mail before it is opened: the subject, and the line below it that goes on from there. */
export interface InboxLines {
  readonly subject: string;
  readonly preheader: string;
}

/** What most inboxes show of a subject: where it must be cut between words, it is cut here. */
const SUBJECT_LIMIT = 70;
/** A sentence told whole is worth a few characters more; longer only where title and period alone are. */
const WHOLE_LIMIT = 78;
/** No header of ours is longer, whatever a report is called. */
const HEADER_LIMIT = 150;
/** Less of a headline than this says nothing. */
const WORTH_SAYING = 12;
/** A clause shorter than this does not yet say what is the matter. */
const CLAUSE_SAYS = 24;
const FIGURES_SHOWN = 3;

/**
 * The subject: report, period, and as much of the headline as there is room for, cut at the end of a sentence, else of a
 * clause, else between words, never inside a figure. The preheader is the rest of the headline, or the first key figures after it.
 * @example { subject: 'CEO report, Oct 2026: Below break-even', preheader: 'For 3 full months in a row fewer …' }
 */
export function inboxLines(document: ReportDocument): InboxLines {
  const start = shortened(tidy(`${visibleText(document.title)}, ${formatPeriodShort(document.period)}`));
  const [said, rest] = split(tidy(unbroken(document.headline)), SUBJECT_LIMIT - start.length - 2);
  return {
    subject: wholeSpaces(said === '' ? start : `${start}: ${said}`),
    preheader: wholeSpaces(rest === '' ? firstFigures(document) : rest),
  };
}

/** As much of a headline as fits, and what follows. */
function split(headline: string, room: number): readonly [string, string] {
  const whole = room + WHOLE_LIMIT - SUBJECT_LIMIT;
  if (headline.length <= whole) return [headline, ''];
  const sentence = lastEnd(/[.!?:;](?= )/g, headline, WORTH_SAYING, whole);
  if (sentence > 0) return [headline.slice(0, sentence), capitalised(headline.slice(sentence + 1).trim())];
  const at = lastEnd(/,(?= )/g, headline, CLAUSE_SAYS, room - 1) + 1 || headline.lastIndexOf(' ', room - 1);
  if (at < CLAUSE_SAYS) return ['', headline];
  return [`${withoutTail(headline.slice(0, at))}…`, `…${headline.slice(at + 1)}`];
}

/** Where the last of these marks with a space after it stands that fits and leaves something worth reading; -1 when none does. */
function lastEnd(marks: RegExp, text: string, least: number, room: number): number {
  const ends = [...text.matchAll(marks)].map(({ index }) => index);
  return ends.filter((end) => end >= least && end <= room).at(-1) ?? -1;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shortened(text: string): string {
  if (text.length <= HEADER_LIMIT) return text;
  const room = text
    .slice(0, HEADER_LIMIT - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const words = room.lastIndexOf(' ');
  return `${withoutTail(words > HEADER_LIMIT / 2 ? room.slice(0, words) : room)}…`;
}

function withoutTail(text: string): string {
  return text.replace(/[\s,;:–—-]+$/, '');
}

/** The figures a report leads with, for a headline that is told whole in the subject. */
function firstFigures({ sections }: ReportDocument): string {
  const figures = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'key-figures' ? block.figures : [])),
  );
  return figures
    .slice(0, FIGURES_SHOWN)
    .map(({ label, figure }) => visibleText(`${label} ${formatFigure(figure, 'table')}`))
    .join(' · ');
}

/** On one line with single spaces; no-break spaces, which hold figures together, stay. */
function tidy(text: string): string {
  return text.replace(/ +/g, ' ').trim();
}
