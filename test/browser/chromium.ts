import { constants } from 'node:fs';
import { access } from 'node:fs/promises';

/** A Chromium on this machine, and what must stand in its environment for it to start. */
export interface ChromiumHere {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** An installed Chromium; without one, or with SCC_BROWSER=bundled, the one that comes as a package. */
export async function chromiumHere(): Promise<ChromiumHere> {
  const installed = process.env['SCC_BROWSER'] === 'bundled' ? undefined : await firstExecutable(INSTALLED);
  return installed === undefined ? bundledChromium() : { path: installed, env: {} };
}

async function firstExecutable(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const mayRun = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (mayRun) return path;
  }
  return undefined;
}

/** The variables the package sets when it is told that it runs on Lambda. */
const TOUCHED = ['AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'] as const;

/**
 * Unpacks the packaged Chromium. Only when told that it runs on Lambda does it bring its own shared libraries and fonts;
 * what it does to the environment is meant for the browser alone, so it is taken back from everybody else.
 */
async function bundledChromium(): Promise<ChromiumHere> {
  const before = TOUCHED.map((name) => [name, process.env[name]] as const);
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const path = await packaged.executablePath();
    const env = Object.fromEntries(TOUCHED.slice(1).flatMap((name) => entry(name, process.env[name])));
    return { path, env };
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function entry(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}
