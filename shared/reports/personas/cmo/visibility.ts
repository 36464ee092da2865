import type { Block, Section, Span } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';
import { listedSection, nothingKnown, subjectTable, wordAt } from './subject-table.ts';

/** Each page of each business: can guests find and book it. */
export function visibilitySection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const all = sheet.subjects('listing');
  const listings = all.filter((listing) => wordAt(sheet, 'listing-status', listing) !== 'not started');
  const begun = listings.map(({ id }) => id);
  const waiting = all.filter(({ id }) => !begun.includes(id)).map(({ name }) => name);
  const table = subjectTable(sheet, 'Listings begun, by platform and business', 'Listing', listings, [
    { fact: 'listing-status', heading: 'Status', words: true },
    { fact: 'listing-visible', heading: 'Visible', words: true },
    { fact: 'listing-content-score', heading: 'Content of 100' },
    { fact: 'listing-impressions', heading: 'Shown' },
    { fact: 'listing-clicks', heading: 'Opened' },
  ]);
  const share: Block[] =
    table.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            spans: ['Visible of those we have or want: ', at('visible-share'), '.', notBegun(waiting)],
          },
        ];
  return listedSection(
    { id: 'visibility', heading: 'Channel visibility' },
    listings.length,
    [...table, ...share],
    nothingKnown(sheet, 'listings', 'No listing has been begun.'),
  );
}

function notBegun(names: readonly string[]): string {
  return names.length === 0 ? '' : ` Not begun: ${names.join(', ')}.`;
}

/** The platforms in the order they are to be opened, each with what keeps it. */
export function sequenceSection(sheet: FactSheet): Section {
  const pages = sheet.subjects('listing').filter(({ id }) => sheet.has('listing-place', id));
  const list: Block = { kind: 'list', items: pages.map((page) => pageLine(sheet, page)) };
  return listedSection(
    { id: 'sequence', heading: 'Booking platforms in the order of opening' },
    pages.length,
    pages.length === 0 ? [] : [list, ...stepSentence(sheet), ...feeSentence(sheet)],
    nothingKnown(sheet, 'listings', 'No platform has a place in the order of opening.'),
  );
}

/** How far a page is and since when, what it waits for, and what to do next by when; what nobody recorded is not told. */
function pageLine(sheet: FactSheet, page: Subject): readonly Span[] {
  const at = figuresOn(sheet);
  const isTold = (fact: string) => ![undefined, 'none recorded'].includes(wordAt(sheet, fact, page));
  const waits: readonly Span[] = isTold('listing-blockers') ? ['; waits for: ', at('listing-blockers', page.id)] : [];
  const due: readonly Span[] = sheet.has('listing-next-due', page.id)
    ? [', due ', at('listing-next-due', page.id)]
    : [];
  const next: readonly Span[] = isTold('listing-next-action')
    ? ['. Next: ', at('listing-next-action', page.id), ...due, '.']
    : ['. No next action is recorded.'];
  return [`${page.name}: `, at('listing-status', page.id), ' since ', at('listing-since', page.id), ...waits, ...next];
}

function stepSentence(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  if (!sheet.has('open-onboarding-tasks')) return [];
  const spans: readonly Span[] =
    sheet.measuredOf('open-onboarding-tasks').state === 'unknown'
      ? ['Steps to open platforms: ', at('open-onboarding-tasks'), '.']
      : [
          'Steps still to do: ',
          at('open-onboarding-tasks'),
          ', of which blocked: ',
          at('blocked-onboarding-tasks'),
          '.',
        ];
  return [{ kind: 'paragraph', spans }];
}

/** Which commission rates are only what was seen in public. */
function feeSentence(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const open = sheet
    .subjects('marketing-channel')
    .filter((channel) => wordAt(sheet, 'channel-fee-standing', channel) === 'not confirmed');
  if (open.length === 0) return [];
  const fees = open.flatMap(({ id, name }, i): Span[] => [`${i === 0 ? '' : ', '}${name} `, at('channel-fee', id)]);
  return [
    {
      kind: 'paragraph',
      spans: ['Commission rates only seen in public, which no contract of ours confirms: ', ...fees, '.'],
    },
  ];
}
