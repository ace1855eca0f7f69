import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { sampleAnalysis } from './analysis-sample.ts';
import { boundaryStops, currentStop, nearestStop, stepStop } from './boundary-stops.ts';

const { document } = PRESETS[0];
const analysis = sampleAnalysis(document);
const stops = boundaryStops(analysis);

describe('where the boundary can stand', () => {
  it('ANALYSIS-7 is in front of the first sent section and behind each', () => {
    const sent = document.sections.filter(({ id }) => analysis.tokensBySource.has(`section:${id}`));
    expect(stops.map(({ after }) => after)).toEqual(['the start of the sections', ...sent.map(({ title }) => title)]);
    expect(sent.length).toBeLessThan(document.sections.length);
  });

  it('ANALYSIS-7 is where those sections end on the ribbon', () => {
    const parts = analysis.segments.flatMap((segment) => segment.parts);
    for (const { boundary, at } of stops.slice(1)) {
      const id = document.sections[boundary - 1]?.id;
      const part = parts.find(({ key }) => key === `section:${id}`);
      expect(at).toBe((part?.start ?? 0) + (part?.tokens ?? 0));
    }
  });

  it('ANALYSIS-7 is where the analysis says it stands now', () => {
    const current = stops[currentStop(stops, document.boundary)];
    expect(current?.at).toBe(analysis.boundaryAt);
    expect(current?.boundary).toBeLessThanOrEqual(document.boundary);
  });

  it('ANALYSIS-7 is nowhere when no section is sent', () => {
    const flags = { ...document.flags, CLAUDE_CODE_SIMPLE: true };
    const simple = sampleAnalysis({ ...document, flags });
    expect(boundaryStops(simple)).toEqual([]);
    expect(simple.boundaryAt).toBeUndefined();
  });

  it('ANALYSIS-7 is always the same, wherever the boundary stands', () => {
    const end = sampleAnalysis({ ...document, boundary: document.sections.length });
    expect(boundaryStops(end).map(({ boundary }) => boundary)).toEqual(stops.map(({ boundary }) => boundary));
    const start = sampleAnalysis({ ...document, boundary: 0 });
    expect(currentStop(boundaryStops(start), 0)).toBe(0);
    expect(start.boundaryAt).toBe(boundaryStops(start)[0]?.at);
  });
});

describe('moving the boundary', () => {
  it('goes to the nearest stop', () => {
    const [, second, third] = stops;
    expect(nearestStop(stops, -5)).toBe(stops[0]);
    expect(nearestStop(stops, (second?.at ?? 0) + 1)).toBe(second);
    expect(nearestStop(stops, (third?.at ?? 0) - 1)).toBe(third);
    expect(nearestStop(stops, 1e9)).toBe(stops.at(-1));
    expect(nearestStop([], 5)).toBeUndefined();
  });

  it.each([
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 3, 2],
    ['ArrowRight', 3, 4],
    ['ArrowUp', 3, 4],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 9, 9],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['Enter', 5, undefined],
    ['a', 5, undefined],
  ])('%s goes from stop %i to %s', (key, from, to) => expect(stepStop(key, from, 10)).toBe(to));
});
