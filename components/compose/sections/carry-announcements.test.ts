import type { Announcements } from '@dnd-kit/core';
import { describe, expect, it } from 'vitest';
import { carryAnnouncements } from './carry-announcements.ts';
import type { VisibleRow } from './visible-rows.ts';

const row = (key: string, at: number): VisibleRow => ({
  key,
  at,
  id: key === 'boundary' ? undefined : key,
  title: key,
});
const rows = ['Intro', 'System', 'boundary', 'Memory'].map(row);
const event = (active: string, over?: string) =>
  ({ active: { id: active }, over: over === undefined ? null : { id: over } }) as Parameters<
    Announcements['onDragOver']
  >[0];

describe('what is said while a row is carried', () => {
  it('is where it was lifted, each new place once, and where it was put back', () => {
    const words = carryAnnouncements({ rows: () => rows, outcome: () => 'Done.' });
    expect(words.onDragStart(event('Intro'))).toBe('Intro lifted: position 1 of 3, static region.');
    expect(words.onDragOver(event('Intro', 'Intro'))).toBeUndefined();
    expect(words.onDragOver(event('Intro', 'System'))).toBe('Intro: position 2 of 3, static region.');
    expect(words.onDragOver(event('Intro', 'System'))).toBeUndefined();
    expect(words.onDragOver(event('Intro', 'boundary'))).toMatch(/^Intro: across the cache boundary, position 2/);
    expect(words.onDragOver(event('Intro', 'Intro'))).toBe('Intro: position 1 of 3, static region.');
    expect(words.onDragEnd(event('Intro', 'Intro'))).toBe('Done.');
    expect(words.onDragCancel(event('Intro'))).toBe('Intro put back: position 1 of 3, static region.');
  });

  it('is nothing while it is over no row', () => {
    const words = carryAnnouncements({ rows: () => rows, outcome: () => '' });
    expect(words.onDragOver(event('Intro'))).toBeUndefined();
  });
});
