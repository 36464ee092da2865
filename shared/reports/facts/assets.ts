import { daysBetween } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { entered, isKnown, mapped, measured, unknown } from '../../kernel/measured.ts';
import type { Belonging } from './belongings.ts';
import { belongings, PAPERED, papers, VALUED } from './belongings.ts';
import type { FactDefinition, FactValue, SubjectFacts } from './fact.ts';
import { AS_RECORDED } from './fact.ts';
import { nameOf, namesOf } from './naming.ts';
import type { FactView } from './view.ts';
import { withPlaces } from './written-in.ts';

/** Papers that end at least `from` and at most `through` days from today; the past is negative. */
function papersEnding(view: FactView, from: number, through: number): Measured<number> {
  return mapped(papers(view), (all) => {
    const left = all.map((paper) => daysBetween(view.today, paper.expiresOn));
    return left.filter((days) => from <= days && days <= through).length;
  });
}

function enteredValue(all: readonly Belonging[], view: FactView, ids: readonly string[]): Measured<number> {
  const valued = all.filter((of) => of.valueCents !== undefined);
  const isOwed = all.some((of) => VALUED.includes(of.kind));
  if (valued.length === 0 && isOwed) return unknown(`values of the vessels and assets of ${namesOf(view, ids)}`);
  const basis = { records: `values entered for vessels and assets of ${namesOf(view, ids)}`, count: valued.length };
  return entered(
    valued.reduce((sum, of) => sum + (of.valueCents ?? 0), 0),
    withPlaces({ ...basis, asOf: view.today }, valued),
  );
}

const asset = { perEntity: true, needs: ['vessel', 'asset'], source: 'policy default', unit: 'count' } as const;

export const ASSET_FACTS: readonly FactDefinition[] = [
  {
    ...asset,
    id: 'assets',
    title: 'Assets',
    definition:
      'Boats, property, domains, functions, buckets, lists and other things the company depends on, as of now.',
    formula: 'number of vessels and assets recorded',
    compute: (view) => mapped(belongings(view), (all) => all.length),
  },
  {
    ...asset,
    id: 'asset-value',
    title: 'Value of assets',
    unit: 'cents',
    definition:
      'What the vessels and assets with a value entered are worth; those without one are not counted; a company without vessel or property has none to enter.',
    formula: 'sum of the values entered',
    source: 'values the owner entered',
    compute: (view) => {
      const all = belongings(view);
      return isKnown(all) ? enteredValue(all.value, view, view.entityIds) : all;
    },
  },
  {
    ...asset,
    id: 'documents-expired',
    title: 'Documents expired',
    definition: 'Documents of vessels and assets whose last day has passed.',
    formula: 'number of documents that ended before today',
    compute: (view) => papersEnding(view, Number.NEGATIVE_INFINITY, -1),
  },
  {
    ...asset,
    id: 'documents-expiring-30-days',
    title: 'Documents expiring within 30 days',
    definition: 'Documents of vessels and assets whose last day is today or one of the next 30.',
    formula: 'number of documents with 0 to 30 days left',
    compute: (view) => papersEnding(view, 0, 30),
  },
  {
    ...asset,
    id: 'documents-expiring-60-days',
    title: 'Documents expiring within 60 days',
    definition: 'Documents of vessels and assets whose last day is today or one of the next 60.',
    formula: 'number of documents with 0 to 60 days left',
    compute: (view) => papersEnding(view, 0, 60),
  },
];

const listed = { source: 'policy default', needs: ['vessel', 'asset'] } as const;

export const DOCUMENT_SUBJECTS: SubjectFacts = {
  kind: 'document',
  meanings: [
    {
      ...listed,
      id: 'document-expiry',
      title: 'Last day of a document',
      unit: 'day',
      definition: 'The last day on which the document is valid.',
      formula: AS_RECORDED,
    },
    {
      ...listed,
      id: 'document-days-left',
      title: 'Days left',
      unit: 'count',
      definition: 'Days from today to the last day of the document; negative once it has passed.',
      formula: 'last day − today',
    },
  ],
  list: (view) => {
    const all = papers(view);
    if (!isKnown(all)) return [];
    return all.value.map((paper) => {
      const basis = withPlaces({ records: `${paper.type} of ${paper.of}`, asOf: view.today }, [paper]);
      return {
        subject: { kind: 'document', id: paper.id, name: `${paper.type} of ${paper.of}`, entityId: paper.entityId },
        figures: {
          'document-expiry': entered(paper.expiresOn, basis),
          'document-days-left': measured(daysBetween(view.today, paper.expiresOn), basis),
        },
      };
    });
  },
};

/** The assets of one kind in one entity, as one line of the inventory. */
export const ASSET_SUBJECTS: SubjectFacts = {
  kind: 'asset',
  meanings: [
    {
      ...listed,
      id: 'assets-of-kind',
      title: 'Assets of a kind',
      unit: 'count',
      definition: 'Vessels or assets of one kind that one entity has, as of now.',
      formula: AS_RECORDED,
    },
    {
      ...listed,
      id: 'asset-value-of-kind',
      title: 'Value of a kind',
      unit: 'cents',
      definition: 'What those with a value entered are worth.',
      formula: AS_RECORDED,
    },
    {
      ...listed,
      id: 'asset-owners-of-kind',
      title: 'Owned by',
      unit: 'text',
      definition: 'The roles that answer for them.',
      formula: AS_RECORDED,
    },
    {
      ...listed,
      id: 'next-expiry-of-kind',
      title: 'Next document to end',
      unit: 'day',
      definition: 'The earliest last day among their documents, passed ones included.',
      formula: AS_RECORDED,
    },
  ],
  list: (view) => {
    const all = belongings(view);
    if (!isKnown(all)) return [];
    const groups = new Map<string, Belonging[]>();
    for (const of of all.value) {
      const key = `${of.entityId}.${of.kind}`;
      groups.set(key, [...(groups.get(key) ?? []), of]);
    }
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => inventoryLine(view, key, group));
  },
};

function inventoryLine(view: FactView, id: string, group: readonly Belonging[]) {
  const { entityId, kind } = group[0]!; // a group exists because something is in it
  const records = `${kind} records of ${nameOf(view, entityId)}`;
  const basis = withPlaces({ records, count: group.length, asOf: view.today }, group);
  const owners = [...new Set(group.flatMap((of) => of.ownerRole ?? []))].sort();
  const [first] = group.flatMap((of) => of.papers.map((paper) => paper.expiresOn)).sort();
  const value = enteredValue(group, view, [entityId]);
  const figures: Record<string, Measured<FactValue>> = { 'assets-of-kind': measured(group.length, basis) };
  if (isKnown(value) && value.value > 0) figures['asset-value-of-kind'] = value;
  else if (VALUED.includes(kind))
    figures['asset-value-of-kind'] = unknown(`the value of each ${kind} of ${nameOf(view, entityId)}`);
  if (owners.length > 0) figures['asset-owners-of-kind'] = entered(owners.join(', '), basis);
  if (first) figures['next-expiry-of-kind'] = entered(first, basis);
  else if (PAPERED.includes(kind))
    figures['next-expiry-of-kind'] = unknown(`documents of each ${kind} of ${nameOf(view, entityId)}`);
  return { subject: { kind: 'asset' as const, id, name: kind, entityId }, figures };
}
