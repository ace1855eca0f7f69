import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from './next.mjs';

const folder = mkdtempSync(join(tmpdir(), 'strata-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the linter on a file of this text. */
function lint(text, ...options) {
  const file = join(folder, 'request.json');
  writeFileSync(file, text);
  const args = [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(root, 'scripts', 'lint-prompt.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...options, file], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const request = (words) =>
  JSON.stringify({
    model: 'claude-sonnet-5-5',
    max_tokens: 1,
    system: [{ type: 'text', text: `${words} ${'Be brief. '.repeat(400)}`, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: 'Hello' }],
  });

it('LINT-11 exits with 0, 1 and 2, and prints text, JSON or SARIF', { timeout: 60_000 }, () => {
  expect(lint(request('Hello.'))).toMatchObject({ status: 0, stdout: '' });
  const late = request('It is 2026-11-21 09:41.');
  const found = lint(late);
  expect(found.status).toBe(1);
  expect(found.stdout).toContain(':system.0:7: warning CL101');
  const sarif = lint(late, '--format', 'sarif', '--fail-on', 'error');
  expect(sarif.status).toBe(0);
  expect(JSON.parse(sarif.stdout).runs[0].results).toHaveLength(1);
  expect(lint('{')).toMatchObject({ status: 2, stdout: '' });
  expect(lint(late, '--format', 'xml').stderr).toContain('Usage');
  expect(lint(late, '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage'), stderr: '' });
});
