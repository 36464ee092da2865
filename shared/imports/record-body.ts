type Stamp = 'id' | 'createdAt' | 'createdBy' | 'updatedAt' | 'version' | 'source' | 'schemaVersion';

/** A record as a row of a spreadsheet brings it: everything but its id and what storing stamps on it. */
export type BodyOf<T> = Omit<T, Stamp>;
