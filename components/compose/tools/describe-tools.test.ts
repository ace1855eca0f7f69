import { expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import type { Tool } from '@/lib/prompt/tool.ts';
import { toolGroups } from '@/lib/store/analysis/tool-groups.ts';
import { describeStep } from './describe-step.ts';
import { describeSent, toolFigure } from './describe-tools.ts';
import { toolMenuItems } from './tool-menu-items.ts';

const { document } = PRESETS[0];
const tool = document.tools[0] as Tool;
const row = { tool, tokens: 5, method: 'exact', isOffered: true, marks: [], fault: undefined } as const;

it('a tool has its tokens, or a word for why not', () => {
  expect(toolFigure(row)).toBe(5);
  expect(toolFigure({ ...row, tokens: undefined })).toBeUndefined();
  expect(toolFigure({ ...row, tokens: undefined, fault: 'x' })).toBe('left out');
  expect(toolFigure({ ...row, fault: 'x' })).toBe(5);
  expect(toolFigure({ ...row, isOffered: false })).toBe('not sent');
  expect(toolFigure({ ...row, tool: { ...tool, enabled: false } })).toBe('off');
});

it('the ones that are sent are counted', () => {
  const [group] = toolGroups(document, undefined);
  if (!group) throw new Error('no group');
  expect(describeSent([{ ...group, rows: [row, { ...row, isOffered: false }] }])).toBe('1 of 2 tools sent');
  expect(describeSent([{ ...group, rows: [row] }])).toBe('1 of 1 tool sent');
});

it('a place is counted within the group', () => {
  expect(describeStep(document.tools, 'edit', -1)).toBe('Edit: position 2 of 15.');
  expect(describeStep(document.tools, 'ask-user', 1)).toBe('AskUser: position 15 of 15, the last.');
  expect(describeStep(document.tools, 'tracker-get-issue', 1)).toBe('get_issue: position 2 of 3.');
});

it('a menu offers only the moves that there are', () => {
  const actions = {} as Parameters<typeof toolMenuItems>[2];
  const off = (place: { isFirst: boolean; isLast: boolean }) =>
    toolMenuItems(tool, place, actions, () => undefined)
      .filter(({ disabled }) => disabled)
      .map(({ id }) => id);
  expect(off({ isFirst: true, isLast: false })).toEqual(['up']);
  expect(off({ isFirst: false, isLast: true })).toEqual(['down']);
  expect(off({ isFirst: true, isLast: true })).toEqual(['up', 'down', 'sort']);
});
