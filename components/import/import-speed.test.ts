import { expect, it } from 'vitest';
import { captureBody, SAMPLE_BASE } from '@/lib/import/capture-sample.ts';
import { exportBody } from '@/lib/import/export-request.ts';
import { readImport } from '@/lib/import/read-import.ts';
import { readRequest } from '@/lib/import/read-request.ts';
import { sampleAnalysis } from '@/lib/store/analysis/analysis-sample.ts';

it('IMPORT-24: a request of 55 KB has its breakpoints, layers and costs within 100 ms, and its own bytes', () => {
  const text = JSON.stringify(captureBody());
  expect(text.length).toBeGreaterThan(54_000);
  expect(text.length).toBeLessThan(60_000);
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    const read = readImport(text);
    const request = read.ok && read.value.type === 'requests' ? read.value.requests[0] : undefined;
    const imported = readRequest(request?.body ?? '', SAMPLE_BASE, 'Capture');
    if (!imported.ok) throw new Error(imported.failure.message);
    const analysis = sampleAnalysis(imported.value.document);
    const time = performance.now() - started;
    expect(analysis.marks).toHaveLength(3);
    expect(new Set(analysis.segments.map(({ layer }) => layer))).toEqual(
      new Set(['tools', 'static', 'session', 'memory', 'conversation']),
    );
    expect(analysis.costs.now).toBeGreaterThan(0);
    expect(analysis.blocking).toEqual([]);
    expect(exportBody(imported.value.document)).toBe(text);
    const parts = analysis.segments.flatMap((segment) => segment.parts);
    expect(parts.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(analysis.total.tokens);
    return time;
  });
  expect(Math.min(...times)).toBeLessThan(100);
});
