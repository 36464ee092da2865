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
    'Guests aboard: ',
    of('pax-aboard'),
    '; ashore: ',
    of('pax-ashore'),
    '; crew roles filled: ',
    ...part('crew-filled', 'crew-roles'),
    ...onDuty(sheet, id),
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
          trip(sheet, id),
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

/** The day it sailed, on which boat, from where to where, and who sent the guests. */
function trip(sheet: FactSheet, id: string): readonly Span[] {
  const at = figuresOn(sheet);
  const on: readonly Span[] =
    sheet.measuredOf('charter-vessel', id).state === 'unknown' ? [] : [' on ', at('charter-vessel', id)];
  return [
    'Sailed ',
    at('charter-sailed-on', id),
    ...on,
    ': ',
    at('charter-route', id),
    '; booked through ',
    at('charter-channel', id),
    '.',
  ];
}

/** How long the crew was on duty; nothing where call or release was not timed, which the section on timing says. */
function onDuty(sheet: FactSheet, id: string): readonly Span[] {
  const isKnown = ['crew-on-duty', 'crew-duty-time'].every((fact) => sheet.measuredOf(fact, id).state !== 'unknown');
  const at = figuresOn(sheet);
  return isKnown ? ['; on duty: ', at('crew-on-duty', id), ', for ', at('crew-duty-time', id), ' each'] : [];
}
