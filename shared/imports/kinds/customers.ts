import type { Customer } from '../../records/customer.ts';
import { body, given, importKind, optional, required } from '../import-kind.ts';
import { day } from '../reading-days.ts';
import { email, label, nameOf } from '../reading-text.ts';
import type { BodyOf } from '../record-body.ts';

/** People who book charters. Two with the same address are one; without an address, name and telephone tell. */
export const customers = importKind({
  id: 'customers',
  title: 'Customers',
  one: 'customer',
  many: 'customers',
  columns: {
    name: required('Name', label, 'Sample guest', ['Customer', 'Full name', 'Customer name', 'Guest', 'Contact']),
    email: optional('E-mail', email, 'guest@example.com', ['Email', 'Mail', 'Email address', 'E-mail address']),
    phone: optional('Phone', label, '+1 619 555 0100', ['Telephone', 'Mobile', 'Phone number', 'Cell']),
    firstChannelId: optional('Channel', nameOf('channel'), 'GetMyBoat', ['First channel', 'Source', 'Came from']),
    firstBookedOn: optional('First booked', day, '2026-05-02', [
      'First booking',
      'First booked on',
      'Customer since',
      'First order',
    ]),
  },
  assemble: (fields, entityId) =>
    body<BodyOf<Customer>>({ entityId, name: fields.name, ...given({ ...fields, name: undefined }) }),
  identity: ({ name, email, phone }) => (email === undefined ? ['name', name, phone ?? ''] : ['email', email]),
  equalRows: 'same',
});
