import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Flags under which the browser runs as root, in small containers, and calls nobody. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser for the journeys: CHROMIUM_PATH, an installed one, or Playwright's own. */
export function findBrowser(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, ...INSTALLED, chromium.executablePath()];
  return candidates.find(path => path !== undefined && path !== '' && existsSync(path));
}

/** Finds a browser or installs one. @throws saying what to do when neither works */
export function ensureBrowser(): string {
  const attempts: [string, string[]][] = [
    ['npx', ['playwright', 'install', 'chromium']],
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
  ];
  for (const [command, args] of attempts) {
    const found = findBrowser();
    if (found) return found;
    if (command === 'apt-get' && process.getuid?.() !== 0) break;
    console.log(`No Chromium yet: ${command} ${args.join(' ')}`);
    spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  const found = findBrowser();
  if (found) return found;
  throw new Error(
    'The journeys need Chromium, and it could not be installed. Install it (Debian: apt-get install chromium)\n' +
      'or name one in CHROMIUM_PATH. Example: CHROMIUM_PATH=/opt/chrome/chrome npm test',
  );
}
