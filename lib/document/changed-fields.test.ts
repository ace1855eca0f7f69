import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record, startHistory } from '@/lib/store/history.ts';
import { changedFields } from './changed-fields.ts';
import type { Document } from './document.ts';
import { removeTurn } from './edit-conversation.ts';
import { changeMemoryFile, changeServer, changeTool, changeTurn } from './edit-lists.ts';
import { approveInclude, removeMemoryFile } from './edit-memory-files.ts';
import { changeBatch, changeOwnPrice } from './edit-price.ts';
import { changeSection, resetSections } from './edit-sections.ts';
import { changePrompt, changeSettings, switchAutomatic, switchFlag, switchPrompt } from './edit-settings.ts';
import { removeServer, removeTool, setToolPermission } from './edit-tools.ts';
import { addTurnBlock, changeTurnBlock, removeTurnBlock } from './edit-turn-blocks.ts';
import { PRESETS } from './presets.ts';

const preset: Document = PRESETS[0].document;
const [turn] = preset.conversation;
const start = addTurnBlock(changeSection(preset, 'doing_tasks', { title: 'Of mine' }), turn?.id ?? '', 'text');
const [server] = start.mcpServers;
const [file] = start.memoryFiles;

const EDITS: readonly (readonly [string, (document: Document) => Document])[] = [
  ['changeSection', (each) => changeSection(each, 'doing_tasks', { text: 'New', gates: [] })],
  ['resetSections', (each) => resetSections(each, preset)],
  ['changeTool', (each) => changeTool(each, 'edit', { swarmFields: ['a', 'b'] })],
  ['setToolPermission', (each) => setToolPermission(each, 'edit', 'denied')],
  ['removeTool', (each) => removeTool(each, 'edit')],
  ['changeServer', (each) => changeServer(each, server?.id ?? '', { instructions: 'New' })],
  ['removeServer', (each) => removeServer(each, server?.id ?? '')],
  ['changeTurn', (each) => changeTurn(each, turn?.id ?? '', { role: 'assistant', text: 'New' })],
  ['removeTurn', (each) => removeTurn(each, turn?.id ?? '')],
  [
    'changeTurnBlock',
    (each) => changeTurnBlock(each, turn?.id ?? '', 'block-2', ({ id }) => ({ id, type: 'text', text: 'New' })),
  ],
  ['removeTurnBlock', (each) => removeTurnBlock(each, turn?.id ?? '', 'block-2')],
  ['changeMemoryFile', (each) => changeMemoryFile(each, file?.path ?? '', 'New')],
  ['removeMemoryFile', (each) => removeMemoryFile(each, file?.path ?? '')],
  ['approveInclude', (each) => approveInclude(each, '/elsewhere.md')],
  ['changePrompt', (each) => changePrompt(each, 'custom', { text: 'New' })],
  ['switchPrompt', (each) => switchPrompt(each, 'coordinator', true)],
  ['switchFlag', (each) => switchFlag(each, 'tool_search', !start.flags.tool_search)],
  ['switchAutomatic', (each) => switchAutomatic(each, !start.cache.automatic)],
  ['changeSettings', (each) => changeSettings(each, 'cache', { marks: { draft: 'none' } })],
  ['changeBatch', (each) => changeBatch(each, true)],
  ['changeOwnPrice', (each) => changeOwnPrice(each, 'input', '2')],
];

const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue());

describe('an edit', () => {
  it.each(EDITS)('EDIT-1, STORE-1 %s is no step when nothing would differ', (label, edit) => {
    const once = record(startHistory(start), edit(start), { label, at: 0 });
    expect(once.past).toHaveLength(1);
    expect(record(once, edit(once.present), { label, at: 0 })).toBe(once);
  });

  it('EDIT-1 leaves each field that says the same the very same', () => {
    fc.assert(
      fc.property(fields, fields, (was, put) => {
        const copy = structuredClone({ ...was, ...put });
        const changed = changedFields<Record<string, unknown>>(was, copy);
        expect(changed).toEqual({ ...was, ...put });
        expect(changedFields<Record<string, unknown>>(changed, structuredClone(changed))).toBe(changed);
      }),
    );
    const tools = [...preset.tools];
    const changed = changedFields(preset, { title: 'Another', tools });
    expect(changed.title).toBe('Another');
    expect(changed.tools).toBe(preset.tools);
  });
});
