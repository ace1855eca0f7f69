import { expect, test } from 'playwright/test';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { encodeShare } from '@/lib/document/share-codec.ts';
import { Workbench } from './workbench.ts';

const PRESET = PRESETS[0].document;
const linkTo = (document: Document) => `/#${encodeShare(document, PRESET)}`;

let workbench: Workbench;

test.beforeEach(({ page }) => {
  workbench = new Workbench(page);
});

/** The longest time the page could not draw while `act` ran, in milliseconds. */
async function longestFreeze(act: () => Promise<void>): Promise<number> {
  await workbench.page.evaluate(() => {
    const watch = { last: performance.now(), longest: 0 };
    Object.assign(globalThis, { watch });
    const tick = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  return workbench.page.evaluate(() => (globalThis as unknown as { watch: { longest: number } }).watch.longest);
}

const MEGABYTE = 1_000_000;
const PATHOLOGICAL: Readonly<Record<string, () => string>> = {
  'one letter': () => 'a'.repeat(MEGABYTE),
  spaces: () => ' '.repeat(MEGABYTE),
  emoji: () => '😀'.repeat(MEGABYTE / 2),
  'Chinese without punctuation': () =>
    Array.from({ length: MEGABYTE }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 20_000))).join(''),
};

for (const [name, text] of Object.entries(PATHOLOGICAL)) {
  test(`1 MB of ${name} is counted within 2 s and marked as an estimate, and the page goes on`, async () => {
    await workbench.open();
    const before = await workbench.totalTokens();
    const big = text();
    const started = Date.now();
    const freeze = await longestFreeze(async () => {
      await workbench.page.evaluate((value) => {
        const field = document.querySelector<HTMLTextAreaElement>('section[aria-label="Run"] textarea');
        if (!field) throw new Error('There is no message field.');
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, big);
      await expect
        .poll(() => workbench.totalTokens(), { timeout: 5000, intervals: [50] })
        .toBeGreaterThan(before + 1000);
      await expect(workbench.run.getByText(/^estimate ·/)).toBeVisible();
    });
    expect(Date.now() - started).toBeLessThan(2000);
    // A megabyte in one line: what is left is the browser's own layout of the text, once.
    expect(freeze).toBeLessThan(1500);
    await workbench.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => workbench.totalTokens()).toBe(before);
  });
}

test('a megabyte that is pasted into a field is laid out once, without wrapping, and can be undone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.open();
  const message = workbench.run.getByRole('textbox', { name: 'Next message' });
  const paste = async (text: string) => {
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await message.press('ControlOrMeta+v');
  };
  await message.fill('');
  await paste('short');
  await expect(message).toHaveValue('short');
  await expect(message).toHaveAttribute('wrap', 'soft');
  const wrapBefore = message.evaluate(
    (field) =>
      new Promise((resolve) => {
        field.addEventListener('beforeinput', () => resolve(field.getAttribute('wrap')), { once: true });
      }),
  );
  await paste('a'.repeat(MEGABYTE));
  expect(await wrapBefore).toBe('off');
  await expect.poll(async () => (await message.inputValue()).length).toBe(MEGABYTE + 5);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(message).toHaveAttribute('wrap', 'soft');
});

test('a 5 MB paste into a section is kept, counted and survives a reload', async ({ page }) => {
  await workbench.open();
  const line = 'The tide table is printed once a year and read every day. ';
  const big = `${line.repeat(40)}\n`.repeat(Math.ceil((5 * MEGABYTE) / (line.length * 40)));
  await workbench.compose.getByRole('button', { name: /^Intro/ }).click();
  await workbench.text().click();
  await page.evaluate((text) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
  }, big);
  await expect.poll(() => workbench.totalTokens(), { timeout: 20_000 }).toBeGreaterThan(MEGABYTE);
  const total = await workbench.totalTokens();
  await expect(workbench.run.getByText(/^estimate ·/)).toBeVisible();
  await page.reload();
  await expect.poll(() => workbench.totalTokens(), { timeout: 20_000 }).toBe(total);
});

test('five breakpoints, 1h behind 5m and an empty marked block are explained where they are', async ({ page }) => {
  const tools = PRESET.tools.slice(0, 2).map(({ id }) => `tool:${id}`);
  const tooMany = {
    ...PRESET,
    cache: { ...PRESET.cache, marks: Object.fromEntries(tools.map((id) => [id, '5m' as const])) },
  };
  await workbench.open(linkTo(tooMany));
  await expect(workbench.run.getByRole('alert')).toContainText(
    'A maximum of 4 blocks with cache_control may be provided. Found 5.',
  );
  await expect(workbench.run.getByRole('button', { name: 'Send request' })).toBeDisabled();

  const late = { ...PRESET, cache: { ...PRESET.cache, marks: { draft: '1h' as const } } };
  await page.goto('about:blank');
  await workbench.open(linkTo(late));
  await expect(workbench.run.getByRole('alert')).toContainText('must not come after');

  const [first] = PRESET.conversation;
  if (!first) throw new Error('The preset has no conversation.');
  const empty = {
    ...PRESET,
    conversation: PRESET.conversation.map((turn, index) => (index === 0 ? { ...turn, text: '' } : turn)),
    cache: { ...PRESET.cache, marks: { [`turn:${first.id}`]: '5m' as const } },
  };
  await page.goto('about:blank');
  await workbench.open(linkTo(empty));
  await expect(workbench.run.getByRole('alert').first()).toContainText(/empty/);
});

test('a request without messages cannot be sent, and says why', async () => {
  const silent = {
    ...PRESET,
    conversation: [],
    memoryFiles: [],
    draft: '',
    environment: { ...PRESET.environment, today: '' },
  };
  await workbench.open(linkTo(silent));
  await expect(workbench.run.getByRole('alert').first()).toContainText('at least one message');
  await expect(workbench.run.getByRole('button', { name: 'Send request' })).toBeDisabled();
});

test('an unknown model is counted, has no price and is refused in the provider’s words', async () => {
  await workbench.open(linkTo({ ...PRESET, model: 'claude-nowhere-1' }));
  await expect(workbench.page.getByRole('combobox', { name: 'Model' })).toHaveValue('claude-nowhere-1');
  await workbench.run.getByRole('button', { name: 'Send request' }).click();
  await expect(workbench.run.getByRole('region', { name: 'Reply' }).getByRole('alert')).toContainText(
    'claude-nowhere-1',
  );
});

test('UI-10: broken, truncated, newer and foreign links leave the work alone', async ({ page }) => {
  await workbench.open();
  await workbench.section('Actions').click();
  await workbench.counted();
  const good = encodeShare({ ...PRESET, draft: 'from the link' }, PRESET);
  for (const [fragment, words] of [
    [good.slice(0, -9), /damaged or was cut off/],
    [good.replace('v1.', 'v9.'), /newer/i],
    ['rubbish', /damaged or was cut off/],
  ] as const) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    const notice = page.getByRole('alert').filter({ hasText: words });
    await expect(notice).toBeVisible();
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(workbench.section('Actions')).not.toBeChecked();
    await expect(workbench.run.getByRole('textbox', { name: 'Next message' })).toHaveValue(PRESET.draft);
  }
});

test('a dead backend is named, and what was typed stays', async ({ page }) => {
  await workbench.open();
  await page.route('**/api/send', (route) => route.abort());
  await workbench.run.getByRole('textbox', { name: 'Next message' }).fill('Do not lose me');
  await workbench.run.getByRole('button', { name: 'Send request' }).click();
  await expect(workbench.run.getByRole('region', { name: 'Reply' }).getByRole('alert')).toBeVisible();
  await expect(workbench.run.getByRole('textbox', { name: 'Next message' })).toHaveValue('Do not lose me');
});

test('a stream that is cut half-way keeps what came and says so', async ({ page }) => {
  await workbench.open();
  const event = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
  await page.route('**/api/send', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body:
        event({ type: 'request-start', at: 1 }) +
        event({ type: 'message-start', at: 2, messageId: 'msg_1' }) +
        event({ type: 'text-delta', text: 'Half of a sen', at: 3 }),
    }),
  );
  await workbench.run.getByRole('button', { name: 'Send request' }).click();
  const reply = workbench.run.getByRole('region', { name: 'Reply' });
  await expect(reply).toContainText('Half of a sen');
  await expect(reply.getByRole('alert')).toContainText('broke off before its end');
});
