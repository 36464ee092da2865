import { minutesBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { measured, unknown } from '../../../kernel/measured.ts';
import type { CharterFile } from '../../../records/charter.ts';
import type { FactMeaning, FactUnit, FactValue } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { channelNameOf } from '../marketing/channel-names.ts';
import type { FactView } from '../view.ts';

const ON_DUTY: readonly string[] = ['checked_in', 'worked', 'paid'];

/** On which boat it sailed, through which channel it came, from where to where, and how long the crew was on duty. */
export function charterTrip(file: CharterFile, view: FactView): Readonly<Record<string, Measured<FactValue>>> {
  const { charter, slots } = file;
  const basis = { records: `record of charter ${charter.title}`, asOf: view.today };
  const onDuty = slots.filter(({ claim }) => claim !== undefined && ON_DUTY.includes(claim.state));
  return {
    'charter-vessel': vesselOf(file, view),
    'charter-channel': measured(channelNameOf(view, charter.channelId), {
      ...basis,
      records: `${basis.records} and channels`,
    }),
    'charter-route': measured(routeOf(charter), basis),
    'crew-on-duty': onDuty.length === 0 ? unknown('who of the crew checked in') : measured(onDuty.length, basis),
    'crew-duty-time': dutyTime(file, view),
  };
}

function vesselOf({ charter }: CharterFile, view: FactView): Measured<string> {
  const source = view.registers.vessel;
  const vessel = source.state === 'read' ? source.records.find(({ id }) => id === charter.vesselId) : undefined;
  if (vessel === undefined) return unknown('the vessel of this charter');
  return measured(vessel.name, { records: `record of charter ${charter.title} and vessels`, asOf: view.today });
}

/** From port to port; a trip that ends where it began names the port once. */
function routeOf({ departurePort, returnPort }: CharterFile['charter']): string {
  return departurePort === returnPort ? `${departurePort} and back` : `${departurePort} to ${returnPort}`;
}

/** Minutes from crew call to release, as they happened. */
function dutyTime({ charter }: CharterFile, view: FactView): Measured<number> {
  const timed = (name: string) => charter.milestones.find((of) => of.name === name)?.actualAt;
  const [from, until] = [timed('crew_call'), timed('crew_released')];
  if (from === undefined) return unknown('the time of crew call');
  if (until === undefined) return unknown('the time of crew released');
  return measured(minutesBetween(from, until), {
    records: `milestones of charter ${charter.title}`,
    asOf: view.today,
  });
}

function meaning(id: string, title: string, unit: FactUnit, definition: string, formula = AS_RECORDED): FactMeaning {
  return { id, title, unit, definition, formula, source: 'policy default', needs: ['completed'] };
}

export const TRIP_MEANINGS: readonly FactMeaning[] = [
  meaning('charter-vessel', 'Vessel', 'text', 'The boat it sailed on.'),
  meaning('charter-channel', 'Channel', 'text', 'The channel it was booked through.'),
  meaning('charter-route', 'Route', 'text', 'The port it left from and the one it returned to.'),
  meaning(
    'crew-on-duty',
    'Crew on duty',
    'count',
    'Crew who checked in for the charter.',
    'claims checked in, worked or paid',
  ),
  meaning(
    'crew-duty-time',
    'Time on duty',
    'minutes',
    'Minutes the crew was on duty, each.',
    'crew released − crew call',
  ),
];
