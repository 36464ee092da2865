import type { Snapshot } from '../../shared/records/snapshot.ts';
import { anEntity, aSnapshot } from '../facts/a-snapshot.ts';

/** The company with a business that rents out and one that delivers yachts, whose figures the others have none of. */
export function withOtherBusinesses(snapshot: Snapshot): Snapshot {
  const others = [
    anEntity({ id: 'house', name: 'The house', kind: 'rental' }),
    anEntity({ id: 'boats', name: 'The deliveries', kind: 'delivery' }),
  ];
  const { registers } = aSnapshot({ records: { entity: others } });
  const records = [snapshot, { registers }].flatMap(({ registers: { entity } }) =>
    entity.state === 'read' ? entity.records : [],
  );
  return { ...snapshot, registers: { ...snapshot.registers, entity: { state: 'read', records } } };
}
