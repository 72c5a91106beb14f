import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsFiles = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

export type Env = Readonly<Record<string, string | undefined>>;

/** Every place where Chrome, Chromium or Edge is usually installed, the likeliest first. */
export function usualPlaces(platform: string, env: Env): string[] {
  const given = (names: readonly string[]) => names.map((name) => env[name]).filter((dir) => dir !== undefined);
  switch (platform) {
    case 'win32':
      return given(['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']).flatMap((dir) =>
        windowsFiles.map((parts) => join(dir, ...parts)),
      );
    case 'darwin':
      return ['/Applications', ...given(['HOME']).map((home) => `${home}/Applications`)].flatMap((dir) =>
        macApps.map((app) => `${dir}/${app}.app/Contents/MacOS/${app}`),
      );
    default: {
      const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
      return linuxNames.flatMap((name) => folders.filter(Boolean).map((dir) => join(dir, name)));
    }
  }
}

/** Ubuntu ships a stub in place of Chromium that only says to install a snap, so on Linux the file must answer, too. */
function answers(file: string): boolean {
  if (!existsSync(file)) return false;
  if (process.platform !== 'linux') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function installed(): string | undefined {
  return usualPlaces(process.platform, process.env).find(answers);
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(): void {
  console.log('No browser found: installing Chromium with apt-get.');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
}

/**
 * Path of a Chromium-like browser: CHROMIUM_BIN if set, else one from the usual places, else one installed now
 * (Debian and Ubuntu, as root). Throws a sentence that says what to do when there is none.
 */
export function findChromium(): string {
  const chosen = process.env['CHROMIUM_BIN'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(
      `CHROMIUM_BIN names ${chosen}, which does not exist. Set it to the path of Chrome, Chromium or Edge.`,
    );
  }
  const found = installed();
  if (found) return found;
  if (canInstall()) {
    install();
    const fresh = installed();
    if (fresh) return fresh;
  }
  throw new Error(
    'The browser tests need Chrome, Chromium or Edge, and none was found. Install one of them, or set CHROMIUM_BIN to its path.',
  );
}
