import { expect, it } from 'vitest';
import { readSummary } from './compaction.ts';
import { tickMessage } from './tick.ts';

const summaryOf = (reply: string, stopReason?: string) => {
  const read = readSummary(reply, stopReason);
  return read.ok ? read.value : read.failure.code;
};

it.each([
  ['<analysis>think</analysis>\n<summary>\n1. All.\n</summary>', '1. All.'],
  ['Here it is: <summary>A</summary> Bye.', 'A'],
  ['<analysis>says <summary> once</analysis><summary>B</summary>', 'B'],
  ['<summary>uses `</summary>` in a text</summary>', 'uses `</summary>` in a text'],
  ['<analysis>only</analysis>The rest.', 'The rest.'],
  ['Plain words.', 'Plain words.'],
  ['<summary>broken off', 'summary-missing'],
  ['<analysis>broken off', 'summary-missing'],
  ['<summary> </summary>', 'summary-missing'],
  ['', 'summary-missing'],
])('SESSION-12: reads the summary of %j', (reply, summary) => {
  expect(summaryOf(reply)).toBe(summary);
});

it('SESSION-12: a reply that used up its tokens has no whole summary', () => {
  expect(summaryOf('Words that', 'max_tokens')).toBe('summary-missing');
  expect(summaryOf('Words.', 'end_turn')).toBe('Words.');
});

it('SESSION-15: a tick carries the time', () => expect(tickMessage('08:15:00')).toBe('<tick>08:15:00</tick>'));
