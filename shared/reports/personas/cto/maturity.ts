import { textFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { PRACTICE_NAMES, practiceId } from '../../facts/inventory/practices.ts';
import { numberIn } from '../../findings/judging.ts';
import { figureTable } from '../ceo/tables.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';
import { withEntity } from './whose.ts';

const PRACTICES = Object.keys(PRACTICE_NAMES) as (keyof typeof PRACTICE_NAMES)[];
const WEAKEST = 6;
const DRILLS = [
  'deployments-90-days',
  'lead-time-for-changes',
  'change-failure-share',
  'time-to-restore',
  'rollback-test-age',
  'restore-test-age',
  'highest-error-rate',
  'slowest-p95',
] as const;

/** How the product is made and released: practices scored 0 to 3, releases, drills. */
export function maturitySection(sheet: FactSheet): Section {
  return {
    id: 'maturity',
    heading: 'Engineering maturity',
    blocks: [
      { kind: 'paragraph', spans: scoreLine(sheet) },
      ...practiceTable(sheet),
      ...weakest(sheet),
      ...figureTable(sheet, 'Releases and drills', DRILLS),
    ],
  };
}

function scoreLine(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  if (numberIn(sheet.get('maturity-score')) === undefined) return ['Points: ', at('maturity-score'), '.'];
  return [
    at('maturity-score'),
    ' of ',
    at('maturity-max'),
    ' points, 0 to 3 for each practice. Left out for want of evidence: ',
    at('practices-unscored'),
    sheet.entities.length > 1 ? ' practices, each counted once per business.' : '.',
  ];
}

function practiceTable(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const has = (practice: (typeof PRACTICES)[number], id: string) =>
    sheet.has('practice-score', practiceId(practice, id));
  const entities = sheet.entities.filter(({ id }) => PRACTICES.some((practice) => has(practice, id)));
  const practices = PRACTICES.filter((practice) => entities.some(({ id }) => has(practice, id)));
  if (practices.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Practices, 0 to 3; a dash where no evidence is recorded',
      columns: [
        { heading: 'Practice', align: 'left' },
        ...entities.map(({ name }) => ({ heading: name, align: 'right' as const })),
      ],
      rows: practices.map((practice) => [
        textFigure(PRACTICE_NAMES[practice]),
        ...entities.map(({ id }) =>
          has(practice, id) ? at('practice-score', practiceId(practice, id)) : NOT_APPLICABLE,
        ),
      ]),
    },
  ];
}

/** The practices that are not in place at all, with what shows it. */
function weakest(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const none = sheet.subjects('practice').filter(({ id }) => numberIn(sheet.get('practice-score', id)) === 0);
  if (none.length === 0) return [];
  const items = none
    .slice(0, WEAKEST)
    .map(({ id, name, entityId }): Span[] => [
      `${withEntity(sheet, name, entityId)}: `,
      at('practice-evidence', id),
      '.',
    ]);
  const rest: Span[] = ['The other practices at 0 are in the table.'];
  return [
    { kind: 'paragraph', spans: ['Not in place at all:'] },
    { kind: 'list', items: none.length > WEAKEST ? [...items, rest] : items },
  ];
}
