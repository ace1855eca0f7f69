import { describe, expect, it } from 'vitest';
import { type KeyPlace, shortcutAction } from './shortcut-action.ts';

const NONE = { metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };
const ctrl = (key: string, more = {}) => ({ ...NONE, ctrlKey: true, key, ...more });

/** A place that stands in what any of these selectors finds. */
const inside = (...selectors: string[]): KeyPlace => ({
  closest: (asked: string) => (asked.split(', ').some((each) => selectors.includes(each)) ? ({} as Element) : null),
});
const PAGE = inside();
const MESSAGE = inside('textarea');

describe('the keys of the workbench', () => {
  it.each([
    ['Ctrl+Enter', ctrl('Enter'), 'send'],
    ['Ctrl+K', ctrl('k'), 'palette'],
    ['Ctrl+Z', ctrl('z'), 'undo'],
    ['Ctrl+Shift+Z', ctrl('Z', { shiftKey: true }), 'redo'],
    ['Ctrl+Y', ctrl('y'), 'redo'],
    ['⌘Z', { ...NONE, metaKey: true, key: 'z' }, 'undo'],
  ])('UI-6 %s, on the page and in a field of the document', (_, chord, action) => {
    expect(shortcutAction(chord, PAGE)).toBe(action);
    expect(shortcutAction(chord, MESSAGE)).toBe(action);
    expect(shortcutAction(chord, undefined)).toBe(action);
    expect(shortcutAction({ ...chord, altKey: true }, PAGE)).toBeUndefined();
  });

  it('UI-6 ? lists the keys, but where it is typed it is a letter', () => {
    const chord = { ...NONE, shiftKey: true, key: '?' };
    expect(shortcutAction(chord, PAGE)).toBe('shortcuts');
    for (const field of ['input', 'textarea', 'select', '[contenteditable="true"]'])
      expect(shortcutAction(chord, inside(field))).toBeUndefined();
  });

  it.each([
    ['a dialog', inside('[role="dialog"]', 'textarea')],
    ['a draft', inside('[data-draft]', 'input')],
  ])('UI-6 in %s, undo and redo are the browser’s, and nothing is sent', (_, place) => {
    for (const key of ['z', 'y', 'Enter']) expect(shortcutAction(ctrl(key), place)).toBeUndefined();
    expect(shortcutAction(ctrl('Z', { shiftKey: true }), place)).toBeUndefined();
    expect(shortcutAction(ctrl('k'), place)).toBe('palette');
  });

  it.each(['password', 'search'])('UI-6 a field of type %s has its own undo, and sends', (type) => {
    const place = inside(`input[type="${type}"]`, 'input');
    expect(shortcutAction(ctrl('z'), place)).toBeUndefined();
    expect(shortcutAction(ctrl('Enter'), place)).toBe('send');
  });
});
