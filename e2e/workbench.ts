import { expect, type Locator, type Page } from 'playwright/test';

/** The workbench as a person finds it: by roles and names. */
export class Workbench {
  readonly page: Page;
  readonly ribbon: Locator;
  readonly compose: Locator;
  readonly editor: Locator;
  readonly run: Locator;
  readonly usage: Locator;
  /** What the console said that a strict person would not accept. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    this.ribbon = page.getByRole('region', { name: 'Ribbon' });
    this.compose = page.getByRole('region', { name: 'Compose' });
    this.editor = page.getByRole('region', { name: 'Editor' });
    this.run = page.getByRole('region', { name: 'Run' });
    this.usage = page.getByRole('table', { name: 'Usage' });
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** Opens the page and waits until everything on it is counted. */
  async open(path = '/'): Promise<void> {
    await this.page.goto(path);
    await this.counted();
  }

  async counted(): Promise<void> {
    await expect(this.ribbon.getByText(/of\s*≈?[\d,]+\s*tokens/)).toBeVisible();
    await expect(this.run.getByText(/^(estimate|exact) ·/)).toBeVisible();
  }

  async tab(name: 'Sections' | 'Flags' | 'Memory' | 'Tools' | 'Context'): Promise<void> {
    await this.compose.getByRole('tab', { name, exact: true }).click();
  }

  /** The tokens of the whole request, as the ribbon says. */
  async totalTokens(): Promise<number> {
    const text = (await this.ribbon.getByText(/of\s*≈?[\d,]+\s*tokens/).textContent()) ?? '';
    return Number(text.replaceAll(/\D/g, ''));
  }

  section(name: string): Locator {
    return this.compose.getByRole('switch', { name, exact: true });
  }

  /** A figure of the usage table; `undefined` where it shows a dash. */
  async figure(row: string, column: 'Predicted' | 'Reported'): Promise<number | undefined> {
    const cells = this.usage.getByRole('row', { name: new RegExp(`^${row}`) }).getByRole('cell');
    const text = (await cells.nth(column === 'Predicted' ? 0 : 1).textContent()) ?? '';
    return /\d/.test(text) ? Number(text.replaceAll(/\D/g, '')) : undefined;
  }

  /** Opens the import dialog by its button in the header. */
  async openImport(): Promise<Locator> {
    const dialog = this.page.getByRole('dialog', { name: 'Import' });
    await this.page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Sends and waits for the whole reply. */
  async send(): Promise<void> {
    await this.run.getByRole('button', { name: 'Send request' }).click();
    await expect(this.run.getByRole('button', { name: 'Stop' })).toBeVisible();
    await expect(this.run.getByRole('button', { name: 'Stop' })).toBeHidden({ timeout: 15_000 });
  }

  /** What stands in the editor. */
  text(): Locator {
    return this.editor.getByRole('textbox').first();
  }
}
