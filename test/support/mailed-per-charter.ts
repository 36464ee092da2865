/** Who is mailed what when a charter of the sample completes: report and address, as the people of the sample asked. */
export const MAILED_PER_CHARTER: readonly (readonly [report: string, address: string])[] = [
  ['accounting', 'accounting@example.com'],
  ['ceo', 'ceo@example.com'],
  ['ceo', 'partner@example.com'],
  ['cfo', 'cfo@example.com'],
  ['charter-debrief', 'admin@example.com'],
  ['charter-debrief', 'captain@example.com'],
  ['cmo', 'cmo@example.com'],
  ['cto', 'cto@example.com'],
];
