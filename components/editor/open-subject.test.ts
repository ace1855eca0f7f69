import { expect, it } from 'vitest';
import { changeSection } from '@/lib/document/edit-sections.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { openSubject } from './open-subject.ts';

const { document } = PRESETS[0];
const INTRO = { type: 'section', id: 'intro' } as const;
const KEY = 'text:section:intro';

it('what is open is found once for a document and a selection, and anew for another', () => {
  const first = openSubject(document, INTRO);
  expect(openSubject(document, { ...INTRO })).toBe(first);
  expect(first.texts.get(KEY)).toBe(document.sections.find(({ id }) => id === 'intro')?.text);

  const typed = openSubject(changeSection(document, 'intro', { text: 'typed' }), INTRO);
  expect(typed.texts.get(KEY)).toBe('typed');
  expect(openSubject(document, { type: 'git-status' }).subject?.title).toBe('Git status');
  expect(openSubject(document, INTRO).texts).toEqual(first.texts);
});

it('what is not there has no texts', () => {
  const gone = openSubject(document, { type: 'turn', id: 'gone' });
  expect(gone.subject).toBeUndefined();
  expect(gone.texts.size).toBe(0);
});
