import { describe, expect, it } from 'vitest';
import { backendAhead, backendRules, emulatorRequest } from './emulated.ts';
import { sampleRun } from './run-sample.ts';
import { sampleWorkbench } from './workbench-sample.ts';

const MINUTE = 60_000;

describe('what the emulator is asked to pretend', () => {
  it('DIAG-17 is nothing at first, and never asked of another backend', () => {
    const { workbench } = sampleWorkbench();
    expect(emulatorRequest(workbench.getState(), 'emulator', 5)).toEqual({});
    workbench.getState().passTime(6 * MINUTE);
    workbench.getState().setKeepsHeader(true);
    const state = workbench.getState();
    expect(emulatorRequest(state, 'emulator', 5.4)).toEqual({ emulator: { now: 5, keepsHeader: true } });
    expect(emulatorRequest(state, 'anthropic', 5)).toEqual({});
    expect([backendAhead(state, 'emulator'), backendAhead(state, 'anthropic')]).toEqual([6 * MINUTE, 0]);
    const strips = ['emulator', 'anthropic'].map((id) => backendRules(state, id).stripsAttributionHeader);
    expect(strips).toEqual([false, true]);
  });

  it('DIAG-17 adds up, ends with the session, and goes on from a log whose requests lie ahead', () => {
    const { workbench, clock } = sampleWorkbench();
    workbench.getState().passTime(MINUTE);
    workbench.getState().passTime(MINUTE);
    expect(workbench.getState().emulator.ahead).toBe(2 * MINUTE);
    workbench.getState().newSession();
    expect(workbench.getState().emulator.ahead).toBe(0);
    const run = sampleRun({ sentAt: clock() + 8 * MINUTE, endedAt: clock() + 9 * MINUTE, keepsHeader: true });
    workbench.getState().restore(undefined, { session: 's', runs: [run] });
    expect(workbench.getState().emulator).toEqual({ ahead: 9 * MINUTE, keepsHeader: true });
  });
});
