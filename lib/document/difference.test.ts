import { describe, expect, it } from 'vitest';
import { applyDifference } from './apply-difference.ts';
import { differenceOf } from './difference.ts';

const item = (id: string, text = '') => ({ id, text });
const LONG = 'The quick brown fox jumps over the lazy dog.';

/** The difference, after it has been seen to lead from `base` to `next`. */
function between(base: unknown, next: unknown) {
  const difference = differenceOf(base, next);
  expect(applyDifference(base, difference)).toEqual({ ok: true, value: next });
  return difference;
}

describe('difference', () => {
  it('SHARE-4: what is equal takes no room', () => {
    expect(between({ a: [1, { b: 'x' }], c: null }, { c: null, a: [1, { b: 'x' }] })).toBeUndefined();
    expect(between([item('a'), item('b')], [item('a'), item('b')])).toBeUndefined();
  });

  it('SHARE-4: a text of some length is one splice between what stays', () => {
    expect(between(LONG, LONG.replace('brown', 'red'))).toEqual([10, 5, 'red']);
    expect(between(LONG, `${LONG} It sleeps.`)).toEqual([44, 0, ' It sleeps.']);
    expect(between(LONG, LONG.slice(4))).toEqual([0, 4, '']);
    expect(between('aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaa')).toEqual([16, 0, 'a']);
  });

  it('SHARE-4: a short text stands as it is', () => {
    expect(between('5m', '1h')).toBe('1h');
    expect(between(LONG, '')).toBe('');
  });

  it('SHARE-4: a splice never parts a surrogate pair', () => {
    const [grin, smile, other] = ['\u{1f600}', '\u{1f603}', '\u{1fa00}'];
    expect(between(`${LONG}${grin}${LONG}`, `${LONG}${smile}${LONG}`)).toEqual([44, 2, smile]);
    expect(between(`${LONG}${grin}${LONG}`, `${LONG}${other}${LONG}`)).toEqual([44, 2, other]);
    // The halves that stay are whole pairs' halves in one text only.
    expect(between(`${LONG}\ud83d${LONG}`, `${LONG}${grin}${LONG}`)).toEqual([44, 1, grin]);
    expect(between(`${LONG}\ude00${LONG}`, `${LONG}${grin}${LONG}`)).toEqual([44, 1, grin]);
  });

  it('SHARE-4: an object is written by field; a field may appear and go', () => {
    expect(between({ a: 1, b: { c: true, d: 2 } }, { a: 1, b: { c: false, d: 2 } })).toEqual({ b: { c: false } });
    expect(between({ a: 1, reason: 'x' }, { a: 1 })).toEqual({ reason: [] });
    expect(between({ a: 1 }, { a: 1, swarmFields: ['b'], reason: 'x' })).toEqual({ swarmFields: [['b']], reason: 'x' });
    expect(between({ a: {} }, { a: { b: {} } })).toEqual({ a: { b: [{}] } });
    expect(differenceOf({ a: 1, reason: undefined }, { a: 1 })).toBeUndefined();
  });

  it('SHARE-4: a field with an awkward name is a field like any other', () => {
    const marks = (key: string) => JSON.parse(`{"${key}":"5m"}`) as object;
    expect(JSON.stringify(between({}, marks('__proto__')))).toBe('{"__proto__":"5m"}');
    for (const key of ['constructor', '0', '', 'order']) between(marks('x'), marks(key));
  });

  it('SHARE-4: a list with ids is written by item; its order only when it changed', () => {
    const list = [item('a', LONG), item('b'), item('c')];
    const at = (index: number, text: string) => list.with(index, { ...(list[index] ?? item('')), text });
    expect(between(list, at(0, `${LONG}!`))).toEqual({ change: { a: { text: [44, 0, '!'] } } });
    expect(between(list, [...list, item('d', 'new')])).toEqual({ add: [item('d', 'new')] });
    expect(between(list, list.toReversed())).toEqual({ order: [2, 1, 0] });
    expect(between(list, list.slice(1))).toEqual({ order: [1, 2] });
    expect(between(list, list.toSpliced(1, 0, item('d')))).toEqual({ add: [item('d')], order: [0, 3, 1, 2] });
    expect(between(list, [])).toEqual({ order: [] });
    expect(between([], list)).toEqual({ add: list });
    expect(between([{ path: '/a', text: 'x' }], [{ path: '/b', text: 'x' }])).toEqual({
      add: [{ path: '/b', text: 'x' }],
      order: [1],
    });
  });

  it('SHARE-4: a list without keys, or with one twice, stands as it is', () => {
    expect(between(['a', 'b'], ['b'])).toEqual([['b']]);
    expect(between([item('a')], [item('a'), item('a')])).toEqual([[item('a'), item('a')]]);
    expect(between([item('a')], [{ path: '/a' }])).toEqual([[{ path: '/a' }]]);
    expect(between([1], { a: 1 })).toEqual([{ a: 1 }]);
    expect(between({ a: 1 }, 'text')).toBe('text');
  });

  it.each([
    ['a splice behind the end of its text', 'short', [3, 9, 'x']],
    ['a splice at half a place', 'short', [0.5, 1, 'x']],
    ['a splice of a number', 5, [0, 1, 'x']],
    ['fields of a text', 'short', { a: 1 }],
    ['a missing item', [item('a')], { change: { b: { text: 'x' } } }],
    ['a place that does not exist', [item('a')], { order: [0, 1] }],
    ['an item twice', [item('a')], { order: [0, 0] }],
    ['an order that is none', [item('a')], { order: 'a' }],
    ['a place that is not a number', [item('a')], { order: ['length'] }],
    ['new items that are no list', [item('a')], { add: { length: 9 } }],
    ['the loss of a field that was not there', { a: 1 }, { b: [] }],
  ])('SHARE-9: refuses %s', (_, base, difference) => {
    expect(applyDifference(base, difference)).toMatchObject({ ok: false, failure: { code: 'link-broken' } });
  });

  it('SHARE-9: names the place of a change that does not fit', () => {
    const base = { sections: [item('intro', 'short')] };
    expect(applyDifference(base, { sections: { change: { intro: { text: [1, 99, ''] } } } })).toMatchObject({
      failure: { place: 'sections[intro].text' },
    });
  });
});
