/** Loads the code of the reports tab, `<scc-reports-panel>`: the one thing the rest of the app knows of it. */
export function openReports(): Promise<unknown> {
  return import('./reports/reports-panel.ts');
}
