import type { LocalDate } from '../../kernel/calendar.ts';
import type { Cents } from '../../kernel/money.ts';
import { body, doesNotFit, given, importKind, optional, required } from '../import-kind.ts';
import { day } from '../reading-days.ts';
import { amountNotBelowZero } from '../reading-money.ts';
import { hours as inHours, minutes as inMinutes } from '../reading-numbers.ts';
import { dollarsOnly, flag, nameOf, note } from '../reading-text.ts';

/** Time worked for a client. */
export interface WorkEntryBody {
  readonly entityId: string;
  readonly clientId: string;
  readonly contractId?: string;
  readonly on: LocalDate;
  readonly minutes: number;
  readonly rateCentsPerHour: Cents;
  readonly billable: boolean;
  readonly note: string;
}

/** Time sheets of work for clients. */
export const workEntries = importKind({
  id: 'work-entries',
  title: 'Work entries',
  one: 'work entry',
  many: 'work entries',
  business: 'agency',
  columns: {
    on: required('Date', day, '2026-11-12', ['Day', 'Start date', 'Worked on', 'Entry date']),
    clientId: required('Client', nameOf('client'), 'Sample client', ['Customer', 'Company', 'Account']),
    contractId: optional('Contract', nameOf('contract'), 'Sample client hourly', ['Contract id', 'Agreement']),
    hours: optional('Hours', inHours, '1.5', [
      'Time',
      'Duration',
      'Duration h',
      'Duration decimal',
      'Hours worked',
      'Quantity',
    ]),
    minutes: optional('Minutes', inMinutes, '90', ['Min', 'Mins', 'Duration min']),
    rateCentsPerHour: required('Rate', amountNotBelowZero, '125.00', [
      'Hourly rate',
      'Rate per hour',
      'Billable rate',
      'Billable rate USD',
    ]),
    billable: required('Billable', flag, 'yes', ['Is billable', 'Chargeable']),
    note: required('Note', note, 'Checked the backups', ['Notes', 'Description', 'Task', 'Work', 'Memo']),
    currency: optional('Currency', dollarsOnly, 'USD', ['Currency code'], 'US dollars'),
  },
  anyOf: [[['hours'], ['minutes']]],
  assemble: ({ on, clientId, contractId, hours, minutes, rateCentsPerHour, billable, note }, entityId) => {
    const worked = minutes ?? hours;
    if (worked === undefined) return doesNotFit('hours', 'expected how long the work took');
    if (hours !== undefined && hours !== worked)
      return doesNotFit('minutes', 'expected the same time as the hours say');
    return body<WorkEntryBody>({
      entityId,
      clientId,
      on,
      minutes: worked,
      rateCentsPerHour,
      billable,
      note,
      ...given({ contractId }),
    });
  },
  identity: ({ clientId, on, minutes, note }) => [clientId, on, minutes, note],
  equalRows: 'separate',
});
