import { addressParser } from 'postal-mime';
import type { StoredMail } from './mail-store.ts';

/** The bare address of `Name <address>`; empty unless the text is exactly one. */
export function addressIn(destination: string): string {
  const [only, ...more] = addressParser(destination, { flatten: true });
  return only === undefined || more.length > 0 ? '' : (only.address ?? '');
}

/** The bare addresses a mail goes to, each once. */
export function recipientsOf({ destinations }: Pick<StoredMail, 'destinations'>): readonly string[] {
  return [...new Set(destinations.map(addressIn))];
}
