import { describe, expect, it } from 'vitest';
import { findVolatile, volatileAt } from './volatile-text.ts';

const kinds = (text: string) => findVolatile(text).map(({ kind, text: found }) => [kind, found]);

describe('volatile text', () => {
  it('DIAG-8 finds times, dates, UUIDs, random values and counters', () => {
    expect(kinds('Now: 2026-11-21T09:41:07Z, again 21 Nov 2026 at 09:41')).toEqual([
      ['timestamp', '2026-11-21T09:41:07Z'],
      ['timestamp', '21 Nov 2026 at 09:41'],
    ]);
    expect(kinds('The time is 09:41. Epoch: 1763718067')).toEqual([
      ['timestamp', '09:41'],
      ['timestamp', '1763718067'],
    ]);
    expect(kinds("Today's date is 2026-11-21, November 21, 2026")).toEqual([
      ['date', '2026-11-21'],
      ['date', 'November 21, 2026'],
    ]);
    expect(kinds('id 0b9f1c3e-6a55-4e0c-9c3e-2f6f0a1d2b3c')).toEqual([
      ['uuid', '0b9f1c3e-6a55-4e0c-9c3e-2f6f0a1d2b3c'],
    ]);
    expect(
      kinds('session_id: ab12cd34ef; digest 9f86d081884c7d659a2feaa0c55ad015; req_011CSHoEeqs5C35K2UUqR7Fy'),
    ).toEqual([
      ['random', 'ab12cd34ef'],
      ['random', '9f86d081884c7d659a2feaa0c55ad015'],
      ['random', 'req_011CSHoEeqs5C35K2UUqR7Fy'],
    ]);
    expect(kinds('Request number: 17, turn #4')).toEqual([
      ['counter', '17'],
      ['counter', '4'],
    ]);
  });

  it('DIAG-8 leaves ordinary text alone', () => {
    const text =
      'Node 20.9, 200 lines, RFC 9110, port 3000:3000, step by step, version 2.1.329, 5:3 odds, section 4.2, commit often, turn 90 degrees, run 3 tests, May 2025, defaced façade, abcdefabcdefabcdef.';
    expect(kinds(text)).toEqual([]);
  });

  it('DIAG-9 tells the kind of value that two texts differ in', () => {
    expect(volatileAt('Now: 2026-11-21 09:41.', 'Now: 2026-11-21 09:52.', 19)).toBe('timestamp');
    expect(volatileAt('Be brief on 2026-11-21.', 'Be kind on 2026-11-21.', 3)).toBeUndefined();
  });
});
