import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { FLAGS } from '@/lib/prompt/flag.ts';
import { createWorkbenchStore, currentDocument } from '@/lib/store/workbench-store.ts';
import { partCommands } from './part-commands.ts';

const preset = PRESETS[0].document;
const start = (document: Document = preset) =>
  createWorkbenchStore(document, { clock: () => 0, newId: () => 'id', backends: [] });
const all = (store: ReturnType<typeof start>) => partCommands(store).flatMap(({ commands }) => commands);

describe('the palette’s parts', () => {
  it('UI-20 are the sections, files, tools, servers, prompts, turns and flags of the document, each once', () => {
    const commands = all(start());
    const { sections, memoryFiles, tools, mcpServers, conversation } = preset;
    const opened = [sections, memoryFiles, tools, mcpServers, conversation].reduce((sum, list) => sum + list.length, 0);
    // Five prompts and the git status besides.
    expect(commands).toHaveLength(opened + 6 + FLAGS.length);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(conversation.length * mcpServers.length).toBeGreaterThan(0);
  });

  it.each([
    ['Intro', { type: 'section', id: 'intro' }],
    ['Agent prompt', { type: 'prompt', id: 'agent' }],
    ['Git status', { type: 'git-status' }],
    [`Instructions of ${preset.mcpServers[0]?.name}`, { type: 'server', id: preset.mcpServers[0]?.id }],
    [/^Turn 1: /, { type: 'turn', id: preset.conversation[0]?.id }],
  ])('UI-20 open %s in the editor', (label, selection) => {
    const store = start();
    store.getState().setView('json');
    all(store)
      .find((command) => (typeof label === 'string' ? command.label === label : label.test(command.label)))
      ?.run();
    expect(store.getState()).toMatchObject({ selection, view: 'edit' });
  });

  it('UI-20 switch a flag the other way, as one step', () => {
    const store = start();
    const flip = (label: string) =>
      all(store)
        .find((command) => command.label === label)
        ?.run();
    flip('Switch VOICE_MODE on');
    expect(currentDocument(store.getState()).flags.VOICE_MODE).toBe(true);
    expect(store.getState().history.past.map(({ label }) => label)).toEqual(['Switch VOICE_MODE on']);
    flip('Switch VOICE_MODE off');
    expect(currentDocument(store.getState()).flags.VOICE_MODE).toBe(false);
  });

  it('UI-20 leave out groups of which the document has no part', () => {
    expect(partCommands(start({ ...preset, conversation: [] })).map(({ title }) => title)).not.toContain('Turns');
  });
});
