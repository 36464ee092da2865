import type { Instant } from '../../../kernel/calendar.ts';
import { dayIn } from '../../../kernel/calendar.ts';
import { dayFigure } from '../../document/cells.ts';
import type { Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';

/** The day in a few lines: people, papers, sea, engine, what the captain reported. */
export function daySection(sheet: FactSheet, id: string): Section {
  const at = figuresOn(sheet);
  const of = (fact: string) => at(fact, id);
  const part = (done: string, needed: string): readonly Span[] =>
    sheet.measuredOf(needed, id).state === 'unknown' ? [of(needed)] : [of(done), ' of ', of(needed)];
  const papers: readonly Span[] = [
    'Waivers signed: ',
    ...part('waivers-signed', 'waivers-needed'),
    '; mandatory checklist items done: ',
    ...part('checklist-done', 'checklist-items'),
    '; rules overridden: ',
    of('overrides'),
    '.',
  ];
  const people: readonly Span[] = [
    ...sailedOn(sheet, id),
    'Guests booked: ',
    of('pax-booked'),
    '; aboard: ',
    of('pax-aboard'),
    '; ashore: ',
    of('pax-ashore'),
    '; crew roles filled: ',
    ...part('crew-filled', 'crew-roles'),
    '.',
  ];
  const reported: readonly Span[] = isReported(sheet, id)
    ? [
        ['Engine hours: ', of('engine-hours'), '; fuel added, gallons: ', of('fuel-added'), '.'],
        ['Incident: ', of('incident-reported'), '; damage: ', of('damage-reported'), '.'],
        ['Lessons: ', of('lessons'), '.'],
      ].flatMap((spans, i) => (i === 0 ? spans : [' ', ...spans]))
    : ['Engine, fuel, incident, damage, lessons: ', of('incident-reported'), '.'];
  return {
    id: 'what-happened',
    heading: 'What happened',
    blocks: [
      {
        kind: 'list',
        items: [
          people,
          papers,
          [
            'Weather decision: ',
            of('weather-decision'),
            ...(isReported(sheet, id) ? ['; sea: ', of('sea-state')] : []),
            '.',
          ],
          reported,
        ],
      },
    ],
  };
}

function isReported(sheet: FactSheet, id: string): boolean {
  return sheet.measuredOf('incident-reported', id).state !== 'unknown';
}

/** The day of cast-off, where it was recorded. */
function sailedOn(sheet: FactSheet, id: string): readonly Span[] {
  const key = `${id}.cast_off`;
  const castOff = sheet.has('milestone-actual', key) ? sheet.measuredOf('milestone-actual', key) : undefined;
  if (castOff === undefined || castOff.state === 'unknown') return [];
  return ['Sailed ', dayFigure(dayIn(sheet.zone, castOff.value as Instant)), '. '];
}
