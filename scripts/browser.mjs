import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { isProgram, root } from './next.mjs';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome', 'msedge'];
const TEN_MINUTES = 600_000;

/** Where a Chrome or Chromium usually is: names on PATH first, then the usual places of each system. */
export function systemBrowsers(platform, env) {
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...new Set([...onPath, ...usualPlaces(platform, env)])];
}

function usualPlaces(platform, env) {
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', `${env.HOME}/Applications`];
    return folders.flatMap((folder) => programs.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === 'win32') {
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(Boolean);
    return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
  }
  return [
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ];
}

/** Why this browser cannot be used, in one line; undefined when it starts. No path: Playwright's own. */
async function refusal(path) {
  if (!existsSync(path ?? chromium.executablePath())) return 'not there';
  try {
    const browser = await chromium.launch(path ? { executablePath: path } : {});
    await browser.close();
    return undefined;
  } catch (error) {
    return String(error.message).split('\n')[0];
  }
}

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit', timeout: TEN_MINUTES }).status === 0;

const isRoot = () => process.getuid?.() === 0;

/** System libraries are asked for only where that needs no password. */
function installWithPlaywright() {
  const mayInstall = process.platform === 'linux' && (isRoot() || spawnSync('sudo', ['-n', 'true']).status === 0);
  const args = ['install', ...(mayInstall ? ['--with-deps'] : []), 'chromium'];
  console.log(`No browser found. Trying: playwright ${args.join(' ')}`);
  return run(process.execPath, [join(root, 'node_modules', 'playwright', 'cli.js'), ...args]);
}

function installWithApt() {
  if (!isRoot() || !existsSync('/etc/debian_version')) return false;
  console.log('Trying: apt-get install chromium');
  return run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
}

/** What the search asks of the machine; a test hands in another. */
const thisMachine = { platform: process.platform, env: process.env, refusal, installWithPlaywright, installWithApt };

/**
 * A Chromium that starts, installed if need be: `path` is undefined for Playwright's own.
 * Rejects with a message for a person when there is none.
 */
export async function findBrowser(machine = thisMachine) {
  const named = machine.env.STRATA_BROWSER;
  if (named) {
    const reason = await machine.refusal(named);
    if (reason) throw new Error(`STRATA_BROWSER=${named} cannot be used: ${reason}`);
    return { path: named, from: 'STRATA_BROWSER' };
  }
  const tried = [];
  const own = async (from) => {
    const reason = await machine.refusal(undefined);
    if (reason) tried.push(`Playwright's own: ${reason}`);
    return reason ? undefined : { path: undefined, from };
  };
  const system = async (from) => {
    for (const path of systemBrowsers(machine.platform, machine.env)) {
      const reason = await machine.refusal(path);
      if (!reason) return { path, from };
      if (reason !== 'not there') tried.push(`${path}: ${reason}`);
    }
    return undefined;
  };
  const found =
    (await own("Playwright's own")) ??
    (await system('the system')) ??
    (machine.installWithPlaywright() ? await own("Playwright's own, installed now") : undefined) ??
    (machine.installWithApt() ? await system('the system, installed now') : undefined);
  if (found) return found;
  throw new Error(
    ['No Chrome or Chromium that starts was found, and none could be installed.', ...tried.map((line) => `  ${line}`)]
      .concat('Install Chrome or Chromium, or name one: STRATA_BROWSER=/path/to/chrome npm test')
      .join('\n'),
  );
}

if (isProgram(import.meta.url)) {
  try {
    const { path, from } = await findBrowser();
    console.log(`Browser: ${path ?? chromium.executablePath()} (${from})`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
