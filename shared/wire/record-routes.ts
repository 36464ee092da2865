/** Withdrawing records, the forms they are written with, guests named later and charters changed. */
export const RECORD_ROUTES = {
  withdrawRecord: {
    method: 'POST',
    path: '/api/register/:kind/:recordId/withdrawal',
    gate: 'register.write',
    about: 'take a record out of its register because it never should have been; what it said stays on file',
  },
  listForms: { method: 'GET', path: '/api/forms', gate: 'register.read', about: 'every kind a person may record' },
  readForm: {
    method: 'GET',
    path: '/api/forms/:kind',
    gate: 'register.read',
    about: 'the form of one kind: its fields in words, as its schema has them',
  },
  changeCharter: {
    method: 'PUT',
    path: '/api/charters/:charterId',
    gate: 'charter.create',
    about: 'change the details of a charter; its price and time only until it is held',
  },
  addGuest: {
    method: 'POST',
    path: '/api/charters/:charterId/guests',
    gate: 'charter.guest',
    about: 'name somebody more who comes',
  },
} as const;
