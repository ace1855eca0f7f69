import { expect, type Locator, test } from 'playwright/test';
import { Workbench } from './workbench.ts';

const RULE = '/home/dev/tidewater/.claude/rules/testing.md';
const DOCS = '/home/dev/tidewater/docs';

let workbench: Workbench;
let files: Locator;

test.beforeEach(async ({ page }) => {
  workbench = new Workbench(page);
  await workbench.open();
  await workbench.tab('Memory');
  files = workbench.compose.getByRole('list', { name: 'Memory files' });
  await expect(files).toBeVisible();
  // The code that carries files comes with the first move of the pointer.
  await page.mouse.move(200, 400);
  await page.mouse.move(210, 410);
  await expect(files.locator('[aria-roledescription="file that can be moved"]').first()).toBeVisible();
});

test.afterEach(() => {
  expect(workbench.complaints).toEqual([]);
});

const file = (path: string) => files.getByRole('button', { name: path, exact: true });
const folder = (name: string) => files.getByRole('button', { name, expanded: true });
const carry = (path: string) => files.getByRole('button', { name: `Carry ${path}` });

test('MEM-30: a file is dragged into another directory, and undo brings it back', async ({ page }) => {
  const [from, to] = [await carry(RULE).boundingBox(), await folder('docs').boundingBox()];
  if (!from || !to) throw new Error('The tree is not on screen.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + from.height / 2 + 10, { steps: 4 });
  await page.mouse.move(from.x + 20, to.y + to.height / 2, { steps: 8 });
  await expect(page.getByText(`${DOCS}/testing.md: will not be loaded.`).last()).toBeVisible();
  await page.mouse.up();
  await expect(file(`${DOCS}/testing.md`)).toBeVisible();
  await expect(file(`${DOCS}/testing.md`)).toBeFocused();
  await expect(workbench.compose.getByText('5 of 6 files loaded')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(file(RULE)).toBeVisible();
});

test('MEM-30: a directory is dragged into another one by its name, and a click still folds it up', async ({ page }) => {
  const [from, to] = [await folder('docs').boundingBox(), await folder('.claude').first().boundingBox()];
  if (!from || !to) throw new Error('The tree is not on screen.');
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y - 10, { steps: 4 });
  await page.mouse.move(from.x + 60, to.y + to.height / 2, { steps: 8 });
  await expect(page.getByText('/home/dev/.claude/docs: 0 of 1 file will be loaded.').last()).toBeVisible();
  await page.mouse.up();
  await expect(file('/home/dev/.claude/docs/conventions.md')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(file(`${DOCS}/conventions.md`)).toBeVisible();
  await folder('docs').click();
  await expect(file(`${DOCS}/conventions.md`)).toBeHidden();
});

test('MEM-30: a file is carried by keys, stays where its name is taken, and is put back', async ({ page }) => {
  await carry(RULE).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(`${RULE} lifted.`)).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(`${DOCS}/testing.md: will not be loaded.`).last()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(file(RULE)).toBeVisible();

  await carry('/home/dev/tidewater/CLAUDE.md').focus();
  await page.keyboard.press('Space');
  const stops = [
    /memory\/CLAUDE\.md: will not be loaded\./,
    'There is a file at /home/dev/.claude/CLAUDE.md already.',
    '/home/dev/CLAUDE.md: will be loaded as number 2.',
  ];
  for (const words of stops) {
    await page.keyboard.press('ArrowUp');
    await expect(page.getByText(words).last()).toBeAttached();
  }
  await page.keyboard.press('Space');
  await expect(file('/home/dev/CLAUDE.md')).toBeVisible();
  await expect(file('/home/dev/CLAUDE.md')).toBeFocused();
});

test('MEM-31, MEM-32: a directory is renamed, made home and deleted from its menu', async ({ page }) => {
  const choose = async (directory: string, item: string) => {
    await files.getByRole('button', { name: `Actions for ${directory}`, exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose(DOCS, 'Rename or move');
  const field = workbench.compose.getByRole('textbox', { name: `New path of ${DOCS}` });
  await field.fill('docs/deeper');
  await expect(workbench.compose.getByText(/a directory cannot lie in itself/)).toBeVisible();
  await field.fill('notes');
  await field.press('Enter');
  await expect(file('/home/dev/tidewater/notes/conventions.md')).toBeVisible();
  // The include that led to it is now one that leads nowhere.
  await expect(workbench.compose.getByRole('list', { name: 'Includes that are not followed' })).toContainText(
    `${DOCS}/conventions.md`,
  );
  await choose('/home/dev/tidewater/notes', 'Delete with its files');
  await expect(file('/home/dev/tidewater/notes/conventions.md')).toBeHidden();
  await choose('/home/dev/tidewater', 'Make it home');
  await expect(files.getByRole('button', { name: /^tidewater working directory, home/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(file(`${DOCS}/conventions.md`)).toBeVisible();
  await expect(workbench.compose.getByText('6 of 6 files loaded')).toBeVisible();
});
