import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChanges } from './count-changes.ts';
import { differenceOf } from './difference.ts';
import { anyEdit } from './document.arbitrary.ts';
import type { Document } from './document.ts';
import { changeTool } from './edit-lists.ts';
import { addSection, changeSection, moveRow, removeSection } from './edit-sections.ts';
import { PRESETS } from './presets.ts';

const { document: preset } = PRESETS[0];
const [FIRST = { id: '' }, SECOND = FIRST] = preset.sections;
const OWN = { id: 'own', title: 'Own', text: 'Mine', kind: 'memoised', enabled: true, gates: [] } as const;
const changes = (change: (document: Document) => Document) => countChanges(change(preset), preset);

describe('the number of changes', () => {
  it('EDIT-4 is none for the preset, and for an equal copy of it', () => {
    expect(countChanges(preset, preset)).toBe(0);
    expect(countChanges(structuredClone(preset), preset)).toBe(0);
  });

  it.each<[string, number, (document: Document) => Document]>([
    ['a section edited', 1, (each) => changeSection(each, FIRST.id, { text: 'New' })],
    ['a section edited twice over', 1, (each) => changeSection(each, FIRST.id, { text: 'New', enabled: false })],
    ['a section added', 1, (each) => addSection(each, OWN, FIRST.id)],
    ['a section removed', 1, (each) => removeSection(each, FIRST.id)],
    ['two sections exchanged', 1, (each) => moveRow(each, 0, 1)],
    ['the boundary moved', 1, (each) => ({ ...each, boundary: each.boundary - 1 })],
    ['a tool off', 1, (each) => changeTool(each, 'read', { enabled: false })],
    ['two flags', 2, (each) => ({ ...each, flags: { ...each.flags, PROACTIVE: true, KAIROS: true } })],
    ['a memory file gone', 1, (each) => ({ ...each, memoryFiles: each.memoryFiles.slice(1) })],
    ['the model and the draft', 2, (each) => ({ ...each, model: 'other', draft: 'other' })],
    ['a directory', 1, (each) => ({ ...each, environment: { ...each.environment, home: '/root' } })],
    ['a prompt', 1, (each) => ({ ...each, prompts: { ...each.prompts, custom: { enabled: true, text: 'x' } } })],
    ['the branch', 1, (each) => ({ ...each, gitStatus: { ...each.gitStatus, branch: 'x' } })],
    ['a memory source', 1, (each) => ({ ...each, memorySources: { ...each.memorySources, userSettings: false } })],
    ['the client', 1, (each) => ({ ...each, client: { ...each.client, version: '1' } })],
    ['a server', 1, (each) => ({ ...each, mcpServers: each.mcpServers.slice(1) })],
    ['a turn', 1, (each) => ({ ...each, conversation: each.conversation.slice(1) })],
    ['title, backend and size of the reply', 3, (each) => ({ ...each, title: 'x', backend: 'x', maxTokens: 5 })],
    ['a mark', 1, (each) => ({ ...each, cache: { ...each.cache, marks: { draft: '1h' } } })],
    ['a section exchanged for another', 2, (each) => addSection(removeSection(each, FIRST.id), OWN, SECOND.id)],
  ])('EDIT-4 is right for %s', (_, count, change) => expect(changes(change)).toBe(count));

  it('EDIT-4 is none exactly when a link would hold no difference', () => {
    fc.assert(
      fc.property(anyEdit(preset), (edited) => {
        expect(countChanges(edited, preset) === 0).toBe(differenceOf(preset, edited) === undefined);
      }),
    );
  });

  it('EDIT-4 is the same whatever was counted before', () => {
    const other = changeSection(preset, FIRST.id, { text: 'Theirs' });
    fc.assert(
      fc.property(anyEdit(preset), fc.boolean(), (edited, isOther) => {
        const base = isOther ? other : preset;
        expect(countChanges(edited, base)).toBe(countChanges(structuredClone(edited), structuredClone(base)));
      }),
    );
  });
});
