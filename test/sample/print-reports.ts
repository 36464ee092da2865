import { shortDigest } from '../../shared/kernel/digest.ts';
import { monthToDate } from '../../shared/kernel/period.ts';
import { beancountJournal } from '../../shared/ledger/beancount-journal.ts';
import { entryLines } from '../../shared/ledger/entry-lines.ts';
import { plainTextJournal } from '../../shared/ledger/plain-text-journal.ts';
import { compose } from '../../shared/reports/compose.ts';
import { REPORTS } from '../../shared/reports/personas/catalog.ts';
import { FORMATS, renderings } from '../../shared/reports/render/rendering.ts';
import { sampleWorld } from '../oracle/a-world.ts';
import { PORTFOLIO, recordsOf } from './a-sample.ts';

/** Prints a digest of every rendering of every report of the sample, and of its journals: what a time zone must not change. */
const { snapshot } = sampleWorld();
const period = monthToDate(PORTFOLIO.day.today);
const entityIds = recordsOf(PORTFOLIO, 'entity').map(({ id }) => id);
const completed = PORTFOLIO.files.filter(({ charter }) => charter.lifecycle === 'completed').at(-1);
if (completed === undefined) throw new Error('the sample has a charter just completed');
const told = { ...snapshot, completed };
process.stdout.write(`${new Date(2026, 0, 1).getTimezoneOffset()}\n`);
for (const { id } of REPORTS) {
  const rendered = renderings(compose(id, told, entityIds, period, 'The sample'), { companyName: 'The sample' });
  for (const format of FORMATS) process.stdout.write(`${id} ${format} ${shortDigest(rendered[format].body)}\n`);
}
process.stdout.write(`journal ${shortDigest(plainTextJournal(PORTFOLIO.entries))}\n`);
process.stdout.write(`beancount ${shortDigest(beancountJournal(PORTFOLIO.entries))}\n`);
process.stdout.write(`lines ${shortDigest(entryLines(PORTFOLIO.entries))}\n`);
