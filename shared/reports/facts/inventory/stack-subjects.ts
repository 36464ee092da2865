import type { LocalDate } from '../../../kernel/calendar.ts';
import { daysBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { measured, unknown } from '../../../kernel/measured.ts';
import type { FactMeaning, FactUnit, FactValue, SubjectFacts } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { nameOf } from '../naming.ts';
import type { FactView } from '../view.ts';
import { basisOf } from './audit-facts.ts';
import { newestInventory, sectionOf } from './looks.ts';
import { endOfSupport } from './runtimes.ts';

const NEEDS = ['inventory'] as const;

function recorded(id: string, title: string, unit: FactUnit, definition: string): FactMeaning {
  return { id, title, unit, definition, formula: AS_RECORDED, source: 'infrastructure inventory', needs: NEEDS };
}

/** What each entity runs: how many of each, and under which names it is reached. */
export const STACK_SUBJECTS: SubjectFacts = {
  kind: 'stack',
  meanings: [
    recorded('stack-functions', 'Functions', 'count', 'Functions the entity runs.'),
    recorded('stack-tables', 'Tables', 'count', 'Tables the entity keeps.'),
    recorded('stack-buckets', 'Buckets', 'count', 'Buckets the entity keeps.'),
    recorded('stack-sites', 'Sites', 'count', 'Distributions that serve the entity’s sites.'),
    recorded('stack-domains', 'Domains', 'text', 'The domains the entity holds.'),
    recorded('stack-collected', 'Inventory of', 'instant', 'When the newest inventory was collected.'),
  ],
  list: (view) =>
    view.entityIds
      .filter((id) => newestInventory(view, id) !== undefined)
      .map((entityId) => ({
        subject: { kind: 'stack', id: stackId(entityId), name: nameOf(view, entityId), entityId },
        figures: stackFigures(view, entityId),
      })),
};

/** The id under which what an entity runs stands. */
export function stackId(entityId: string): string {
  return `stack:${entityId}`;
}

function stackFigures(view: FactView, entityId: string): Readonly<Record<string, Measured<FactValue>>> {
  const basis = basisOf(view, [entityId]);
  const length = (name: 'functions' | 'tables' | 'buckets' | 'distributions'): Measured<number> => {
    const found = sectionOf(view, entityId, name);
    return 'missing' in found ? unknown(found.missing) : measured(found.section.items.length, basis);
  };
  const names = sectionOf(view, entityId, 'names');
  const domains = 'missing' in names ? [] : names.section.domains.map(({ name }) => name);
  return {
    'stack-functions': length('functions'),
    'stack-tables': length('tables'),
    'stack-buckets': length('buckets'),
    'stack-sites': length('distributions'),
    'stack-domains': 'missing' in names ? unknown(names.missing) : measured(domains.join(', ') || 'none', basis),
    'stack-collected': measured(newestInventory(view, entityId)?.collectedAt ?? view.takenAt, basis),
  };
}

/** Runtimes, certificates and domains by the day they end, the first on top. */
export const ENDING_SUBJECTS: SubjectFacts = {
  kind: 'ending',
  meanings: [
    recorded('ends-on', 'Last day', 'day', 'The last day of support of a runtime, or of a certificate or domain.'),
    {
      ...recorded('ends-in-days', 'Time left', 'days', 'Days until that day; below zero once it has passed.'),
      formula: 'last day − today',
    },
    {
      ...recorded('ended-days-ago', 'Time since', 'days', 'Days since that day; zero until it has passed.'),
      formula: 'today − last day',
    },
    recorded('ends-what', 'What ends', 'text', 'A runtime and the functions on it, a certificate, or a domain.'),
  ],
  list: (view) =>
    view.entityIds
      .flatMap((entityId) => [...runtimesOf(view, entityId), ...namesOf(view, entityId)])
      .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
      .map(({ id, on, what, name, entityId }) => ({
        subject: { kind: 'ending', id, name, entityId },
        figures: {
          'ends-on': measured(on, basisOf(view, [entityId])),
          'ends-in-days': measured(daysBetween(view.today, on), basisOf(view, [entityId])),
          'ended-days-ago': measured(Math.max(0, daysBetween(on, view.today)), basisOf(view, [entityId])),
          'ends-what': measured(what, basisOf(view, [entityId])),
        },
      })),
};

/** How the ids of ending runtimes begin. */
export const RUNTIME_ENDING = 'ending:runtime:';

function runtimesOf(view: FactView, entityId: string) {
  const found = sectionOf(view, entityId, 'functions');
  if ('missing' in found) return [];
  const runtimes = [...new Set(found.section.items.map(({ runtime }) => runtime))];
  return runtimes.flatMap((runtime) => {
    const on = endOfSupport(runtime);
    const names = found.section.items.filter((of) => of.runtime === runtime).map(({ name }) => name);
    const id = `${RUNTIME_ENDING}${runtime}:${entityId}`;
    return on === undefined ? [] : [{ id, on, what: `runtime, used by ${names.join(', ')}`, name: runtime, entityId }];
  });
}

function namesOf(view: FactView, entityId: string) {
  const found = sectionOf(view, entityId, 'names');
  if ('missing' in found) return [];
  const of = (
    what: 'certificate' | 'domain',
    held: readonly { readonly name: string; readonly expiresOn: LocalDate }[],
  ) =>
    held.map(({ name, expiresOn }) => ({
      id: `ending:${what}:${name}:${entityId}`,
      on: expiresOn,
      what,
      name,
      entityId,
    }));
  return [...of('certificate', found.section.certificates), ...of('domain', found.section.domains)];
}

/** What visitors miss on the sites, worst impact first. */
export const JOURNEY_SUBJECTS: SubjectFacts = {
  kind: 'journey',
  meanings: [
    recorded(
      'journey-missing',
      'What is missing',
      'text',
      'What a visitor on this journey looks for and does not find.',
    ),
    recorded('journey-evidence', 'Evidence', 'text', 'How it is known.'),
    recorded('journey-impact', 'Impact', 'text', 'How much it costs the business: high, medium or low.'),
    recorded('journey-effort', 'Effort', 'text', 'How much work mending it takes: small, medium or large.'),
  ],
  list: (view) =>
    view.entityIds
      .flatMap((entityId) => gapsOf(view, entityId))
      .sort((a, b) => IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact) || (a.id < b.id ? -1 : 1))
      .map((gap) => ({
        subject: { kind: 'journey', id: gap.id, name: gap.journey, entityId: gap.entityId },
        figures: Object.fromEntries(
          (['missing', 'evidence', 'impact', 'effort'] as const).map((field) => [
            `journey-${field}`,
            measured(gap[field], basisOf(view, [gap.entityId])),
          ]),
        ),
      })),
};

const IMPACTS: readonly string[] = ['high', 'medium', 'low'];
const EFFORTS = { S: 'small', M: 'medium', L: 'large' } as const;

function gapsOf(view: FactView, entityId: string) {
  const found = sectionOf(view, entityId, 'journeys');
  if ('missing' in found) return [];
  return found.section.items.map((gap, i) => ({
    ...gap,
    effort: EFFORTS[gap.effort],
    entityId,
    id: `journey:${entityId}:${i}`,
  }));
}
