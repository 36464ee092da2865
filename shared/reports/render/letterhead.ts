import { isLocalDate } from '../../kernel/calendar.ts';
import type { ReportDocument } from '../document/report-document.ts';
import { formatDay, formatInstant, formatPeriod } from './format-days.ts';

/** What stands around a document and is not part of it: whose paper it is, and where to read on. */
export interface Letterhead {
  readonly companyName: string;
  /** Why the reader gets this and whom to ask, in a sentence or two. */
  readonly footer?: string;
  /** Where the report can be opened; printed only when it is a plain https address. */
  readonly link?: { readonly label: string; readonly url: string };
}

/** The lines every rendering begins with, in words. */
export interface Heading {
  readonly company: string;
  readonly title: string;
  readonly period: string;
  readonly scope: string;
  readonly asOf: string;
  readonly nextDue?: string;
}

/** The heading of a document on its letterhead. */
export function headingOf(document: ReportDocument, letterhead: Letterhead): Heading {
  const heading = {
    company: letterhead.companyName,
    title: document.title,
    period: formatPeriod(document.period),
    scope: document.scope.title,
    asOf: `As of ${formatInstant(document.asOf, document.zone)}`,
  };
  const due = document.nextDue;
  if (due === undefined) return heading;
  return { ...heading, nextDue: `Next issue ${isLocalDate(due) ? formatDay(due) : due}` };
}

const SAFE_LINK = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?(\/[A-Za-z0-9/_.~%?&=#-]*)?$/;

/** The letterhead's link when it is one a mail may carry: https, no user name, nothing to escape but ampersands. */
export function linkOf(letterhead: Letterhead): { readonly label: string; readonly url: string } | undefined {
  return letterhead.link !== undefined && SAFE_LINK.test(letterhead.link.url) ? letterhead.link : undefined;
}
