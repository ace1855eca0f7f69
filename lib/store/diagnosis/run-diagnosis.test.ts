import { describe, expect, it } from 'vitest';
import type { BackendEvent } from '@/lib/backends/backend.ts';
import type { SendClient } from '@/lib/backends/send-client.ts';
import type { Document } from '@/lib/document/document.ts';
import { changeMemoryFile } from '@/lib/document/edit-lists.ts';
import { changeSection, crossBoundary } from '@/lib/document/edit-sections.ts';
import { addTool } from '@/lib/document/edit-tools.ts';
import { applyFix, fixLabel } from '@/lib/document/fix.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { createAnalysisFeed } from '@/lib/store/analysis-feed.ts';
import { createCountTable } from '@/lib/store/count-table.ts';
import { isRun } from '@/lib/store/is-run.ts';
import { createSender } from '@/lib/store/send-run.ts';
import { quarterCount, sampleWorkbench } from '@/lib/store/workbench-sample.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';
import { diagnoseRun } from './run-diagnosis.ts';
import { suggestFixes } from './suggest-fixes.ts';

const { document: preset } = PRESETS[0];
const MINUTE = 60_000;

/** A workbench whose backend reports exactly what was predicted, or what `report` makes of it. */
function session(from: Document = preset, lies = false) {
  const sample = sampleWorkbench(from);
  const { workbench, clock, newId, pass } = sample;
  const client: SendClient = {
    async *send(): AsyncGenerator<readonly BackendEvent[]> {
      const { usage } = workbench.getState().runs.at(-1)?.prediction ?? {};
      const forgotten = usage && { ...usage, cacheReadTokens: 0, cacheCreation5mTokens: usage.cacheReadTokens };
      const isSecond = workbench.getState().runs.length > 1;
      yield [{ type: 'message-start', at: 1, messageId: `msg_${workbench.getState().runs.length}` }];
      yield [{ type: 'usage-report', usage: { ...(lies && isSecond ? forgotten : usage), outputTokens: 7 } }];
      yield [{ type: 'message-end', at: 3, stopReason: 'end_turn' }];
    },
    countTokens: () => Promise.reject(new Error('Nobody asks for this.')),
  };
  const counter = { request: async (texts: readonly string[]) => texts.map(quarterCount), dispose: () => undefined };
  const feed = createAnalysisFeed(workbench, { clock, counter, table: createCountTable() });
  const sender = createSender(workbench, feed, { clock, newId, client });
  return {
    workbench,
    send: async () => {
      await sender.send();
      pass(1000);
    },
    change: (change: (document: Document) => Document) => workbench.getState().edit('Change', change),
    diagnosis: () => {
      const { runs } = workbench.getState();
      const run = runs.at(-1);
      if (!run) throw new Error('Nothing was sent.');
      expect(isRun(structuredClone(run))).toBe(true);
      return diagnoseRun(runs, run, 'session-1');
    },
  };
}

/** What is diagnosed, and the first fix, after the preset was sent, changed and sent again. */
async function broken(change: (each: ReturnType<typeof session>) => void, from?: Document) {
  const each = session(from);
  await each.send();
  change(each);
  await each.send();
  const diagnosis = each.diagnosis();
  if (!diagnosis) throw new Error('No break.');
  const document = currentDocument(each.workbench.getState());
  const facts = { explanation: diagnosis, span: diagnosis.origin?.span, previousModel: diagnosis.previous.model };
  const fixes = suggestFixes(facts, document);
  return { ...each, diagnosis, document, fixes, labels: fixes.map((fix) => fixLabel(fix, document)) };
}

const [intro] = preset.sections.filter(({ title }) => title === 'Intro');
const introId = intro?.id ?? '';

describe('the diagnosis of a request of the log', () => {
  it('DIAG-12 names the section, the character of it, the cost, and moves it behind the boundary', async () => {
    const { diagnosis, labels } = await broken(({ change }) =>
      change((each) => changeSection(each, introId, { text: `${intro?.text} And be kind.` })),
    );
    expect(diagnosis).toMatchObject({
      cause: 'system_prompt_changed',
      kind: 'legitimate',
      blockTitle: 'Static prompt',
      origin: { change: 'changed', span: { title: 'Intro' } },
      place: { currentPath: 'system.2', now: { changed: ' And be kind.' } },
    });
    const { missed } = diagnosis;
    // Sonnet 5.5: $2.50 a million to create, $0.10 to read.
    expect(missed).toBe(diagnosis.previous.totalTokens);
    expect(diagnosis.cost).toBe(missed * (2500 - 100));
    expect(labels).toEqual(['Move Intro behind the boundary']);
  });

  it('DIAG-12 names a section that was taken out, moved or put in', async () => {
    const out = await broken(({ change }) => change((each) => changeSection(each, introId, { enabled: false })));
    expect(out.diagnosis.origin).toMatchObject({ change: 'removed', span: { title: 'Intro' } });
    const moved = await broken(({ change }) => change((each) => crossBoundary(each, introId)));
    expect(moved.diagnosis.origin).toMatchObject({ span: { title: 'Intro' } });
  });

  it('DIAG-12 names a tool that was added, and offers to load it on demand', async () => {
    const { diagnosis, labels } = await broken(({ change }) => change((each) => addTool(each, 'Weather')));
    expect(diagnosis).toMatchObject({
      cause: 'tools_changed',
      kind: 'legitimate',
      origin: { change: 'added', span: { title: 'Weather' } },
    });
    expect(labels).toEqual(['Load Weather on demand']);
  });

  it('DIAG-12 names a model switch, and offers the way back', async () => {
    const { diagnosis, labels } = await broken(({ change }) =>
      change((each) => ({ ...each, model: 'claude-opus-5-5' })),
    );
    // The prompt names the model, so it changed as well.
    const causes = ['model_changed', 'system_prompt_changed'];
    expect(diagnosis).toMatchObject({ cause: 'model_changed', causes, place: undefined });
    expect(labels).toEqual([`Go back to ${preset.model}`]);
  });

  it('DIAG-12 names an expiry by the emulator’s clock, and pins 1 hour', async () => {
    const { diagnosis, labels, document, fixes } = await broken(({ workbench }) =>
      workbench.getState().passTime(6 * MINUTE),
    );
    expect(diagnosis).toMatchObject({ cause: 'ttl_expired_5m', kind: 'waste', place: { index: 0, change: 'same' } });
    expect(labels).toEqual(['Keep entries for 1 hour']);
    const [fix] = fixes;
    const fixed = session(fix && applyFix(document, fix));
    await fixed.send();
    fixed.workbench.getState().passTime(6 * MINUTE);
    await fixed.send();
    expect(fixed.diagnosis()).toBeUndefined();
  });

  it('DIAG-12 names the attribution header where it is read as text, and drops it', async () => {
    const attested = { ...preset, flags: { ...preset.flags, NATIVE_CLIENT_ATTESTATION: true } };
    const keeping = session(attested);
    keeping.workbench.getState().setKeepsHeader(true);
    await keeping.send();
    await keeping.send();
    const diagnosis = keeping.diagnosis();
    expect(diagnosis).toMatchObject({
      cause: 'system_prompt_changed',
      kind: 'waste',
      origin: { span: { title: 'Attribution header' } },
      place: { currentPath: 'system.0' },
    });
    const plain = session(attested);
    await plain.send();
    await plain.send();
    expect(plain.diagnosis()).toBeUndefined();
  });

  it('DIAG-12 names a memory file', async () => {
    const [file] = preset.memoryFiles;
    const { diagnosis } = await broken(({ change }) =>
      change((each) => changeMemoryFile(each, file?.path ?? '', `${file?.text}\nMore.`)),
    );
    expect(diagnosis).toMatchObject({ cause: 'messages_rewritten', origin: { span: { title: file?.path } } });
  });

  it('DIAG-5 says likely server side only when all is the same, and nothing when the cache held', async () => {
    const held = session();
    await held.send();
    await held.send();
    expect(held.diagnosis()).toBeUndefined();
    const forgetful = session(preset, true);
    await forgetful.send();
    await forgetful.send();
    expect(forgetful.diagnosis()).toMatchObject({ cause: 'likely_server_side', place: undefined });
    const { runs } = forgetful.workbench.getState();
    const run = runs.at(-1);
    expect(run && diagnoseRun(runs, run, undefined)).toMatchObject({ cause: 'unknown', reason: 'evidence_missing' });
  });
});
