import { describe, expect, it } from 'vitest';
import { findBrowser, systemBrowsers } from './browser.mjs';

/** A Linux machine with these browsers (null: Playwright's own); `installs` are what each installer adds. */
function machine({ starts = [], broken = [], env = { PATH: '/opt/bin' }, installs = {} }) {
  const there = new Set(starts);
  const asked = [];
  const install = (name) => () => {
    asked.push(name);
    const added = installs[name];
    if (added !== undefined) there.add(added);
    return added !== undefined;
  };
  return {
    asked,
    platform: 'linux',
    env,
    refusal: async (path) => {
      if (there.has(path ?? null)) return undefined;
      return broken.includes(path ?? null) ? 'a library is missing' : 'not there';
    },
    installWithPlaywright: install('playwright'),
    installWithApt: install('apt'),
  };
}

describe('findBrowser', () => {
  it('takes the one that is named, and no other when that one does not start', async () => {
    const all = [null, '/usr/bin/chromium', '/my/chrome'];
    const env = { PATH: '', STRATA_BROWSER: '/my/chrome' };
    expect(await findBrowser(machine({ starts: all, env }))).toEqual({ path: '/my/chrome', from: 'STRATA_BROWSER' });
    const broken = machine({ starts: [null, '/usr/bin/chromium'], env });
    await expect(findBrowser(broken)).rejects.toThrow('STRATA_BROWSER=/my/chrome cannot be used: not there');
    expect(broken.asked).toEqual([]);
  });

  it("prefers Playwright's own to the system's", async () => {
    expect(await findBrowser(machine({ starts: [null, '/usr/bin/chromium'] }))).toMatchObject({ path: undefined });
  });

  it("takes the system's, past one that does not start, and installs nothing", async () => {
    const found = machine({ starts: ['/usr/bin/chromium'], broken: [null, '/opt/bin/google-chrome'] });
    expect(await findBrowser(found)).toEqual({ path: '/usr/bin/chromium', from: 'the system' });
    expect(found.asked).toEqual([]);
  });

  it('installs with Playwright, then with apt', async () => {
    const first = machine({ installs: { playwright: null, apt: '/usr/bin/chromium' } });
    expect(await findBrowser(first)).toMatchObject({ path: undefined });
    expect(first.asked).toEqual(['playwright']);
    const second = machine({ installs: { apt: '/usr/bin/chromium' } });
    expect(await findBrowser(second)).toMatchObject({ path: '/usr/bin/chromium' });
    expect(second.asked).toEqual(['playwright', 'apt']);
  });

  it('says what was tried and what to do when there is none', async () => {
    const none = findBrowser(machine({ broken: ['/opt/bin/chromium'] }));
    await expect(none).rejects.toThrow(/\/opt\/bin\/chromium: a library is missing[\s\S]*STRATA_BROWSER=/);
  });
});

describe('systemBrowsers', () => {
  it('knows the usual places of each system', () => {
    const windows = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Local' };
    expect(systemBrowsers('linux', { PATH: '' })).toContain('/usr/bin/chromium');
    expect(systemBrowsers('darwin', { HOME: '/Users/a' })).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(systemBrowsers('win32', windows)).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  });
});
