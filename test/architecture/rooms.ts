/** What a room may import: other rooms (itself always), single files beyond them, and packages. */
export interface Room {
  readonly path: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const PURE = ['shared/kernel', 'shared/records'];
const REPORTS = ['facts', 'findings', 'document', 'personas', 'render', 'sending'].map(
  (name) => `shared/reports/${name}`,
);
const SHARED = [
  'shared/kernel',
  'shared/records',
  'shared/access',
  'shared/operations',
  'shared/ledger',
  'shared/wire',
];
/** What every room of the shell may know of it: configuration, log lines and the function's own asynchronous work. */
const SHELL = ['lambda/config.ts', 'lambda/log.ts', 'lambda/invoker.ts'];

/** What the pages share with the function, and what they are made of. */
const PAGE = [
  'kernel',
  'records',
  'access',
  'operations',
  'wire',
  'reports/document',
  'reports/render',
  'reports/sending',
].map((r) => `shared/${r}`);
const PARTS = ['api', 'styles', 'components', 'shell'].map((room) => `frontend/${room}`);

/** The house: each room, whom it may know, and which packages it may use. The longest matching path counts. */
export const ROOMS: readonly Room[] = [
  { path: 'shared/kernel', rooms: [], packages: ['temporal-polyfill', '@noble/hashes'] },
  { path: 'shared/records', rooms: ['shared/kernel'], packages: ['zod/mini'] },
  { path: 'shared/access', rooms: PURE, packages: [] },
  { path: 'shared/operations', rooms: [...PURE, 'shared/access'], packages: [] },
  { path: 'shared/ledger', rooms: PURE, packages: [] },
  { path: 'shared/imports', rooms: PURE, packages: [] },
  { path: 'shared/forms', rooms: [...PURE, 'shared/ledger', 'shared/wire'], packages: ['zod/mini'] },
  {
    path: 'shared/handoffs',
    rooms: [...PURE, 'shared/imports/reading-money.ts'],
    packages: [
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'mdast-util-to-string',
      'micromark-extension-gfm',
      'yaml',
    ],
  },
  { path: 'shared/reports/facts', rooms: [...PURE, 'shared/ledger'], packages: [] },
  { path: 'shared/reports/findings', rooms: ['shared/kernel', 'shared/reports/facts'], packages: [] },
  { path: 'shared/reports/document', rooms: ['shared/kernel'], packages: ['zod/mini'] },
  {
    path: 'shared/reports/personas',
    rooms: ['shared/kernel', 'shared/reports/facts', 'shared/reports/findings', 'shared/reports/document'],
    packages: [],
  },
  {
    path: 'shared/reports/render',
    rooms: ['shared/kernel', 'shared/reports/document'],
    packages: ['d3-array', 'd3-scale', 'd3-shape'],
  },
  { path: 'shared/reports/sending', rooms: ['shared/kernel', 'shared/reports/mail-event.ts'], packages: [] },
  { path: 'shared/reports', rooms: [...PURE, 'shared/access', 'shared/ledger', ...REPORTS], packages: [] },
  {
    path: 'shared/wire',
    rooms: [
      ...PURE,
      'shared/access',
      'shared/imports',
      'shared/ledger',
      'shared/reports/document',
      'shared/reports/sending',
      'shared/reports',
    ],
    packages: ['zod/mini'],
  },
  {
    path: 'lambda/stores',
    rooms: [...SHARED, 'shared/reports', 'shared/reports/sending'],
    packages: ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'],
  },
  { path: 'lambda/security', rooms: [...PURE, 'shared/access'], packages: ['jose', 'zod/mini'] },
  {
    path: 'lambda/mail',
    rooms: ['shared/kernel', 'shared/reports/sending', 'shared/reports/mail-event.ts'],
    packages: ['@aws-sdk/client-ses', 'nodemailer', 'zod/mini'],
  },
  { path: 'lambda/collect', rooms: [...PURE, 'shared/imports'], packages: ['papaparse', 'saxes'] },
  { path: 'lambda/http', rooms: [...SHARED, 'lambda/security', ...SHELL], packages: ['zod/mini'] },
  {
    path: 'lambda/host',
    rooms: [
      ...SHARED,
      'shared/forms',
      'shared/handoffs',
      'lambda/stores',
      'lambda/security',
      'lambda/http',
      'lambda/reports/door.ts',
      ...SHELL,
    ],
    packages: ['zod/mini'],
  },
  {
    path: 'lambda/reports',
    rooms: [...SHARED, 'shared/reports', ...REPORTS, 'lambda/stores', 'lambda/mail', 'lambda/http', ...SHELL],
    packages: ['@aws-sdk/client-s3', '@resvg/resvg-wasm', 'zod/mini'],
  },
  {
    path: 'lambda/imports',
    rooms: [...SHARED, 'shared/imports', 'lambda/collect', 'lambda/stores', 'lambda/http', 'lambda/host', ...SHELL],
    packages: ['@aws-sdk/lib-dynamodb', 'zod/mini'],
  },
  {
    path: 'lambda',
    rooms: [...SHARED, 'shared/reports/sending', 'lambda/*'],
    packages: ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb', '@aws-sdk/client-lambda', 'zod/mini'],
  },
  { path: 'frontend/styles', rooms: [], packages: ['lit'] },
  { path: 'frontend/platform', rooms: ['shared/kernel'], packages: [] },
  { path: 'frontend/api', rooms: [...PAGE], packages: ['lit', '@lit/task', 'zod/mini'] },
  { path: 'frontend/components', rooms: [...PAGE, ...PARTS], packages: ['lit', '@lit/task'] },
  { path: 'frontend/shell', rooms: [...PAGE, 'frontend/*'], packages: ['lit', '@lit/task'] },
  {
    path: 'frontend/panels',
    rooms: [...PAGE, ...PARTS, 'frontend/router.ts', 'frontend/reports-door.ts'],
    packages: ['lit', '@lit/task', 'zod/mini'],
  },
  {
    path: 'frontend/reports',
    rooms: [...PAGE, ...PARTS, 'frontend/router.ts'],
    packages: ['lit', '@lit/task', 'zod/mini'],
  },
  { path: 'frontend', rooms: [...PAGE, 'frontend/*'], packages: ['lit', '@lit/task'] },
];

/** The one file through which the app knows the reports tab, on each side. */
export const DOORS: readonly string[] = ['lambda/reports/door.ts', 'frontend/reports-door.ts'];
