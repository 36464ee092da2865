import { isId } from '../shared/kernel/ids.ts';

/** A place in the app. Everything a person can bookmark, go back to, or be sent back to after signing in. */
export type Place =
  | { readonly at: 'sign-in'; readonly token?: string; readonly back?: string }
  | { readonly at: 'charters'; readonly month?: string }
  | { readonly at: 'charter'; readonly charterId: string; readonly movesTo?: string }
  | { readonly at: 'new-charter'; readonly insteadOf?: string }
  | { readonly at: 'reports'; readonly rest: string }
  | { readonly at: 'records'; readonly rest: string }
  | { readonly at: 'imports' }
  | { readonly at: 'bank' }
  | { readonly at: 'nowhere'; readonly hash: string };

/** The place a hash names; a hash nobody knows is nowhere, an empty one the charters. */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [room, ...rest] = path.split('/').filter((part) => part !== '');
  const asked = new URLSearchParams(query);
  switch (room) {
    case undefined:
      return { at: 'charters' };
    case 'sign-in':
      return { at: 'sign-in', ...given('token', asked.get('t')), ...given('back', inside(asked.get('back'))) };
    case 'charters':
      if (rest.length === 0) return { at: 'charters', ...given('month', month(asked.get('month'))) };
      if (rest.length === 1 && rest[0] === 'new') {
        return { at: 'new-charter', ...given('insteadOf', recordId(asked.get('instead-of'))) };
      }
      if (rest.length !== 1) return { at: 'nowhere', hash };
      return { at: 'charter', charterId: decoded(rest[0]), ...given('movesTo', recordId(asked.get('moves-to'))) };
    case 'reports':
      return { at: 'reports', rest: rest.join('/') };
    case 'records':
      return rest.length < 2 ? { at: 'records', rest: decoded(rest[0]) } : { at: 'nowhere', hash };
    case 'imports':
      return rest.length === 0 ? { at: 'imports' } : { at: 'nowhere', hash };
    case 'bank':
      return rest.length === 0 ? { at: 'bank' } : { at: 'nowhere', hash };
    default:
      return { at: 'nowhere', hash };
  }
}

/** The hash of a place, without a token: tokens are never written into an address. */
export function hashOf(place: Place): string {
  switch (place.at) {
    case 'sign-in':
      return place.back === undefined ? '#/sign-in' : `#/sign-in?${new URLSearchParams({ back: place.back })}`;
    case 'charters':
      return place.month === undefined ? '#/charters' : `#/charters?month=${place.month}`;
    case 'charter':
      return `#/charters/${encodeURIComponent(place.charterId)}${place.movesTo === undefined ? '' : `?moves-to=${place.movesTo}`}`;
    case 'reports':
      return place.rest === '' ? '#/reports' : `#/reports/${place.rest}`;
    case 'new-charter':
      return place.insteadOf === undefined ? '#/charters/new' : `#/charters/new?instead-of=${place.insteadOf}`;
    case 'records':
      return place.rest === '' ? '#/records' : `#/records/${encodeURIComponent(place.rest)}`;
    case 'imports':
      return '#/imports';
    case 'bank':
      return '#/bank';
    case 'nowhere':
      return place.hash;
  }
}

/** What the browser's title bar says at a place. */
export function titleOf(place: Place): string {
  const names = {
    'sign-in': 'Sign in',
    charters: 'Charters',
    charter: 'Charter',
    'new-charter': 'New charter',
    reports: 'Reports',
    records: 'Records',
    imports: 'Imports',
    bank: 'Bank lines',
    nowhere: 'Not found',
  };
  return `${names[place.at]} · Ship Captain Crew`;
}

/** Only places of this app, and never the sign-in page itself: an address from outside leads nowhere. */
function inside(back: string | null): string | null {
  return back !== null && /^#\/(charters|reports|records|imports|bank)([/?]|$)/.test(back) ? back : null;
}

function month(text: string | null): string | null {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null;
}

function recordId(text: string | null): string | null {
  return text !== null && isId(text) ? text : null;
}

function decoded(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return part ?? '';
  }
}

function given<K extends string>(key: K, value: string | null): { [P in K]?: string } {
  return value === null ? {} : ({ [key]: value } as { [P in K]?: string });
}
