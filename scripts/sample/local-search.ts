import { plusDays } from '../../shared/kernel/calendar.ts';
import type { SeoTask } from '../../shared/records/seo-task.ts';
import type { WebProperty } from '../../shared/records/web-property.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';

type Row = readonly [
  entityId: string,
  phase: SeoTask['phase'],
  task: string,
  status: SeoTask['status'],
  due: number,
  hours: number,
  metric: string,
];

/** A roadmap begun with energy seven weeks ago and slow since. */
const ROADMAP: readonly Row[] = [
  ['qdn', '30', 'Claim and verify the business profile', 'done', -38, 2, 'Profile verified'],
  ['qdn', '30', 'Same name, address and phone everywhere', 'done', -30, 4, 'Directories that agree'],
  ['qdn', '30', 'Ten photos of our own of trucks and jobs', 'in_progress', -19, 3, 'Profile views'],
  ['qdn', '30', 'Ask for a review after every job', 'open', -19, 2, 'Reviews in 90 days'],
  ['qdn', '30', 'Count visits and calls on the site', 'open', -12, 3, 'Calls with a known source'],
  ['qdn', '60', 'Pages for the five areas we haul in', 'open', 10, 20, 'Booked jobs by area'],
  ['qdn', '60', 'Entries in six local directories', 'open', 16, 5, 'Directories that agree'],
  ['qdn', '60', 'A post on the profile every week', 'open', 24, 4, 'Calls from the profile'],
  ['qdn', '90', 'Links from homeowner associations', 'open', 45, 8, 'Visits from links'],
  ['qdn', '90', 'Cost of a booked job by channel', 'open', 52, 3, 'Cost of a booked job'],
  ['qos', '30', 'Claim and verify the business profile', 'done', -35, 2, 'Profile verified'],
  ['qos', '30', 'Booking link on the profile', 'open', -8, 2, 'Bookings from the profile'],
  ['qos', '60', 'Page for weddings on the bay', 'open', 30, 10, 'Wedding inquiries'],
];

/** The local search plan of the hauling business and of the Queen. */
export function sampleSearchPlan(day: SampleDay): SeoTask[] {
  return ROADMAP.map(([entityId, phase, task, status, due, effortHours, metric], i) => ({
    id: `seo_${entityId}-${phase}.${i + 1}`,
    entityId,
    phase,
    task,
    ownerRole: 'CMO',
    effortHours,
    metric,
    status,
    dueOn: plusDays(day.today, due),
    ...stampOn(day, plusDays(day.today, -49)),
  }));
}

/** The company’s sites: two count their visits, one does not. */
export function sampleWebsites(day: SampleDay): WebProperty[] {
  const site = (entityId: string, domain: string, analytics: boolean): WebProperty => ({
    id: `web_${entityId}`,
    entityId,
    domain,
    analytics,
    checkedOn: plusDays(day.today, -9),
    ...stampOn(day, plusDays(day.today, -9)),
  });
  return [
    site('jada', 'jada-charters.example', true),
    site('qos', 'queen-of-san-diego.example', true),
    site('qdn', 'quickdumpnow.example', false),
  ];
}
