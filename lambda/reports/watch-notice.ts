import type { Zone } from '../../shared/kernel/calendar.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import { formatInstant } from '../../shared/reports/render/format-days.ts';
import { html, markup } from '../../shared/reports/render/html-escape.ts';
import type { Config } from '../config.ts';
import type { MissedRow } from '../stores/watch-store.ts';

/** A mail to the office before it is bytes. */
export interface Notice {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The one notice of what one look found missing: runs, times and reasons, and no figure of any report. */
export function missedNotice(rows: readonly MissedRow[], zone: Zone, { company, appUrl }: Config): Notice {
  const what = rows.length === 1 ? 'Reports did not go out' : `${rows.length} times reports did not go out`;
  const lines = rows.map(
    ({ runKey, dueAt, deadline, because }) =>
      `${runKey}: due ${formatInstant(instant(dueAt), zone)}, expected by ${formatInstant(instant(deadline), zone)}; ${because}.`,
  );
  const after = 'You are told of each once. What arrives after all is shown as late in the reports tab.';
  const link = `${appUrl}/#/reports`;
  return {
    subject: `${company}: ${what.toLowerCase()}`,
    text: [`${what}:`, '', ...lines, '', after, link, ''].join('\n'),
    html: markup(
      html`<p>${what}:</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul><p>${after}</p><p><a href="${link}">Open the reports tab</a></p>`,
    ),
  };
}
