import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { canClear, canCompact } from './can-clear.ts';
import { sampleRun } from './run-sample.ts';
import { sampleWorkbench } from './workbench-sample.ts';

const EMPTY = { ...PRESETS[0].document, conversation: [] };
const TURNS = { ...EMPTY, conversation: [{ id: 'turn', role: 'user', text: 'Hello' }] } as const;

describe('/clear and /compact', () => {
  it.each([
    ['nothing to empty', EMPTY, 'live', false, [false, false]],
    ['turns', TURNS, 'live', false, [true, true]],
    ['a last request in live mode, of which nothing is held', EMPTY, 'live', true, [false, false]],
    ['values that a session holds', EMPTY, 'session', true, [true, false]],
    ['a session that holds none', EMPTY, 'session', false, [false, false]],
  ] as const)('SESSION-16: what can be done with %s', (_, document, mode, isHeld, can) => {
    const { workbench } = sampleWorkbench(document);
    workbench.getState().setMode(mode);
    if (isHeld) workbench.getState().hold(document);
    const state = () => workbench.getState();
    expect([canClear(state()), canCompact(state())]).toEqual(can);
    state().putRun(sampleRun({ status: 'streaming' }));
    expect([canClear(state()), canCompact(state())]).toEqual([false, false]);
    state().putRun(sampleRun({ status: 'stopped', endedAt: 1 }));
    expect([canClear(state()), canCompact(state())]).toEqual(can);
  });
});
