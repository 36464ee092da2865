import { accountingReport } from './accounting.ts';
import { ceoReport } from './ceo.ts';
import { cfoReport } from './cfo.ts';
import { charterDebrief } from './charter-debrief.ts';
import { cmoReport } from './cmo.ts';
import { ctoReport } from './cto.ts';
import { dashboard } from './dashboard.ts';
import { deliveryAudit } from './delivery-audit.ts';
import { portfolioAudit } from './portfolio.ts';
import { rentalAudit } from './rental.ts';
import type { ReportDefinition } from './report.ts';

/** Every report there is. A new one is one file and one line here. */
export const REPORTS: readonly ReportDefinition[] = [
  ceoReport,
  ctoReport,
  cfoReport,
  cmoReport,
  accountingReport,
  charterDebrief,
  dashboard,
  rentalAudit,
  deliveryAudit,
  portfolioAudit,
];

/** The report with an id. @throws RangeError when there is none. */
export function reportOf(id: string): ReportDefinition {
  const report = REPORTS.find((held) => held.id === id);
  if (report === undefined) throw new RangeError(`no report is called ${id}`);
  return report;
}
