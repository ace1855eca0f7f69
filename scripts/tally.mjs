import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram } from './next.mjs';

/** Passed, failed and skipped tests of one JSON report, vitest's or Playwright's; undefined for any other file. */
export function countsOf(report) {
  if (typeof report?.numPassedTests === 'number') {
    const suites = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + suites.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  }
  if (typeof report?.stats?.expected === 'number') {
    const { expected, flaky, unexpected, skipped } = report.stats;
    return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
  }
  return undefined;
}

/** All reports together. A run that ended badly without a failed test (lint, types, a build) counts as one failure. */
export function tally(reports, exitCode) {
  const counts = reports.map(countsOf).filter((count) => count !== undefined);
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const failed = sum('failed');
  return { passed: sum('passed'), failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: sum('skipped') };
}

function readReports(folder) {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

if (isProgram(import.meta.url)) {
  const [folder = 'test-results', exitCode = '0'] = process.argv.slice(2);
  const { passed, failed, skipped } = tally(readReports(folder), Number(exitCode));
  if (skipped > 0) console.log(`(${skipped} skipped)`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
