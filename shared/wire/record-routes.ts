/** Withdrawing records, the forms they are written with, guests named later, roles and charters changed. */
export const RECORD_ROUTES = {
  withdrawRecord: {
    method: 'POST',
    path: '/api/register/:kind/:recordId/withdrawal',
    gate: 'register.write',
  },
  listForms: { method: 'GET', path: '/api/forms', gate: 'register.read' },
  readForm: {
    method: 'GET',
    path: '/api/forms/:kind',
    gate: 'register.read',
  },
  changeCharter: {
    method: 'PUT',
    path: '/api/charters/:charterId',
    gate: 'charter.create',
  },
  addGuest: {
    method: 'POST',
    path: '/api/charters/:charterId/guests',
    gate: 'charter.guest',
  },
  addRole: {
    method: 'POST',
    path: '/api/charters/:charterId/crew',
    gate: 'charter.roles',
  },
  changeRole: {
    method: 'PUT',
    path: '/api/charters/:charterId/crew/:slotId',
    gate: 'charter.roles',
  },
  removeRole: {
    method: 'POST',
    path: '/api/charters/:charterId/crew/:slotId/removal',
    gate: 'charter.roles',
  },
} as const;
