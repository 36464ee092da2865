import { minutesBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { entered, measured, unknown } from '../../../kernel/measured.ts';
import type { CharterFile, PostCharterReport } from '../../../records/charter.ts';
import type { FactMeaning, FactUnit, FactValue } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import type { FactView } from '../view.ts';

const ON_TIME_GRACE_MIN = 10;

/** How the day went: people, crew, waivers, checklist, engine and what the captain reported. */
export function charterDay(file: CharterFile, view: FactView): Readonly<Record<string, Measured<FactValue>>> {
  const { charter, checklist, slots, guests } = file;
  const basis = { records: `record of charter ${charter.title}`, asOf: view.today };
  const is = <T>(value: T) => measured(value, basis);
  const said = reported(charter.postCharterReport, basis);
  const coming = guests.filter((guest) => guest.rsvp !== 'no' && guest.checkIn !== 'no_show');
  const mandatory = checklist.filter((item) => item.mandatory);
  const required = slots.filter((slot) => slot.required);
  return {
    'charter-sailed-on': is(charter.performedOn ?? charter.sailsOn),
    'pax-booked': is(charter.paxExpected),
    'pax-aboard': charter.paxAboard === undefined ? unknown('the head count aboard') : is(charter.paxAboard),
    'pax-ashore': charter.paxAshore === undefined ? unknown('the head count ashore') : is(charter.paxAshore),
    'departure-delay': departureDelay(file, view),
    'departed-on-time': onTime(departureDelay(file, view)),
    'weather-decision': charter.weather
      ? entered(charter.weather.go ? 'go' : 'no-go', basis)
      : unknown('the weather decision'),
    'sea-state': said((report) => report.seaState),
    'engine-hours': said((report) => report.engineHoursEnd - report.engineHoursStart),
    'fuel-added': said((report) => report.fuelAddedGallons),
    'incident-reported': said((report) => (report.incident ? 'yes' : 'no')),
    'damage-reported': said((report) => report.damage ?? 'none'),
    lessons: said((report) => report.lessons ?? 'none noted'),
    'waivers-needed': guests.length === 0 ? unknown('the guests aboard') : is(coming.length),
    'waivers-signed':
      guests.length === 0 ? unknown('the guests aboard') : is(coming.filter((guest) => guest.waiver).length),
    'checklist-items': mandatory.length === 0 ? unknown('the checklist of this charter') : is(mandatory.length),
    'checklist-done':
      mandatory.length === 0
        ? unknown('the checklist of this charter')
        : is(mandatory.filter((item) => item.completion).length),
    'crew-roles': required.length === 0 ? unknown('the crew roles of this charter') : is(required.length),
    'crew-filled':
      required.length === 0
        ? unknown('the crew roles of this charter')
        : is(required.filter((slot) => slot.claim && slot.claim.state !== 'no_show').length),
    overrides: is(charter.overrides.length),
  };
}

/** Minutes from the planned to the actual cast-off; negative when early. */
function departureDelay(file: CharterFile, view: FactView): Measured<number> {
  const castOff = file.charter.milestones.find((milestone) => milestone.name === 'cast_off');
  if (castOff?.actualAt === undefined) return unknown('the time of cast-off');
  const basis = { records: `milestones of charter ${file.charter.title}`, asOf: view.today };
  return measured(minutesBetween(castOff.plannedAt, castOff.actualAt), basis);
}

function onTime(delay: Measured<number>): Measured<string> {
  if (delay.state === 'unknown') return delay;
  return { ...delay, value: delay.value <= ON_TIME_GRACE_MIN ? 'yes' : 'no' };
}

function reported(
  report: PostCharterReport | undefined,
  basis: { readonly records: string; readonly asOf: FactView['today'] },
) {
  return (read: (report: PostCharterReport) => FactValue): Measured<FactValue> =>
    report === undefined ? unknown('the captain’s post-charter report') : entered(read(report), basis);
}

function meaning(id: string, title: string, unit: FactUnit, definition: string, formula: string): FactMeaning {
  return { id, title, unit, definition, formula, source: 'policy default', needs: ['completed'] };
}

export const DAY_MEANINGS: readonly FactMeaning[] = [
  meaning('charter-sailed-on', 'Day of the charter', 'day', 'The local day it sailed.', AS_RECORDED),
  meaning('pax-booked', 'Guests booked', 'count', 'Guests the charter was booked for.', AS_RECORDED),
  meaning('pax-aboard', 'Guests aboard', 'count', 'Guests counted before cast-off.', AS_RECORDED),
  meaning(
    'pax-ashore',
    'Guests ashore',
    'count',
    'Guests counted after docking; must equal those aboard.',
    AS_RECORDED,
  ),
  meaning(
    'departure-delay',
    'Departure against plan',
    'minutes',
    'Minutes from planned to actual cast-off; negative when early.',
    'actual − planned cast-off',
  ),
  meaning(
    'departed-on-time',
    'Departed on time',
    'text',
    'Whether it cast off no later than ten minutes after the plan.',
    'delay at most 10 minutes',
  ),
  meaning('weather-decision', 'Weather decision', 'text', 'Whether the captain decided to go.', AS_RECORDED),
  meaning('sea-state', 'Sea state', 'text', 'The sea as the captain found it.', AS_RECORDED),
  meaning('engine-hours', 'Engine hours', 'count', 'Hours the engine ran.', 'engine hours at the end − at the start'),
  meaning('fuel-added', 'Fuel added, gallons', 'count', 'Gallons taken after the trip.', AS_RECORDED),
  meaning('incident-reported', 'Incident', 'text', 'Whether the captain reported an incident.', AS_RECORDED),
  meaning('damage-reported', 'Damage', 'text', 'Damage the captain reported.', AS_RECORDED),
  meaning('lessons', 'Lessons', 'text', 'What the captain would do differently.', AS_RECORDED),
  meaning(
    'waivers-needed',
    'Waivers needed',
    'count',
    'Guests who came along.',
    'guests who did not decline or stay away',
  ),
  meaning(
    'waivers-signed',
    'Waivers signed',
    'count',
    'Of those, guests with a signed waiver on file.',
    'guests with a waiver',
  ),
  meaning(
    'checklist-items',
    'Mandatory checklist items',
    'count',
    'Items that must be done or excused.',
    'number of mandatory items',
  ),
  meaning(
    'checklist-done',
    'Mandatory items done',
    'count',
    'Of those, items done, or excused with a reason.',
    'mandatory items with a completion',
  ),
  meaning(
    'crew-roles',
    'Crew roles required',
    'count',
    'Roles the charter could not sail without.',
    'number of required roles',
  ),
  meaning(
    'crew-filled',
    'Crew roles filled',
    'count',
    'Of those, roles somebody took.',
    'required roles with a claim that was kept',
  ),
  meaning(
    'overrides',
    'Rules overridden',
    'count',
    'Guards the captain overrode, each with a reason.',
    'number of overrides',
  ),
];
