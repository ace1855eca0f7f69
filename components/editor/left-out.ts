import { describeGate } from '@/components/compose/sections/describe-gate.ts';
import type { Document } from '@/lib/document/document.ts';
import { sourceKey } from '@/lib/prompt/block.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { gitBar } from '@/lib/store/analysis/git-bar.ts';
import { memoryOutlook } from '@/lib/store/analysis/memory-outlook.ts';
import { selectionKey } from '@/lib/store/analysis/selection-source.ts';
import { serverBar, toolBar } from '@/lib/store/analysis/tool-bar.ts';
import type { Selection } from '@/lib/store/selection.ts';

/** That and why nothing of a selection is sent; `undefined` when it is, or when a fault of its own says why. */
export function leftOutWords(analysis: Analysis, selection: Selection): string | undefined {
  const reason = leftOutReason(analysis, selection);
  return reason === undefined || reason.startsWith('left out') ? reason : `left out: ${reason}`;
}

function leftOutReason(analysis: Analysis, selection: Selection): string | undefined {
  const { document, tokensBySource } = analysis;
  switch (selection.type) {
    case 'section':
      return sectionReason(analysis, selection.id);
    case 'memory-file':
      return isSent(selection) ? undefined : memoryReason(document, selection.path);
    case 'tool':
      return isSent(selection) ? undefined : toolReason(document, selection.id);
    case 'server':
      return serverReason(document, selection.id) ?? (isSent(selection) ? undefined : 'no section lists the servers');
    case 'prompt':
      return isSent(selection) ? undefined : promptReason(analysis, selection.id);
    case 'turn':
      return undefined;
    case 'git-status':
      return isSent(selection) ? undefined : gitStatusReason(document);
  }

  function isSent(each: Selection): boolean {
    const key = selectionKey(each, document);
    return key !== undefined && tokensBySource.has(key);
  }
}

function sectionReason({ document, prompt, tokensBySource }: Analysis, id: string): string | undefined {
  const value = prompt.sectionValues.get(id);
  if (!value) return undefined;
  if (value.type === 'null') {
    if (value.cause === 'off') return 'switched off';
    return value.cause === 'gated' ? describeGate(value.gate ?? '', document.flags) : 'nothing in it';
  }
  if (tokensBySource.has(sourceKey({ type: 'section', id }))) return undefined;
  return document.flags.CLAUDE_CODE_SIMPLE
    ? 'simple mode has no sections'
    : `the ${prompt.selected.winner} prompt replaces it`;
}

const memoryReason = (document: Document, path: string): string =>
  within(memoryOutlook(document).entries.find((each) => each.path === path)?.reason ?? '');

function toolReason(document: Document, id: string): string | undefined {
  const tool = document.tools.find((each) => each.id === id);
  return tool && toolBar(tool, document);
}

function serverReason({ mcpServers }: Document, id: string): string | undefined {
  const server = mcpServers.find((each) => each.id === id);
  const bar = server ? serverBar(server) : 'not connected';
  return bar === 'empty' ? 'nothing in it' : bar;
}

function promptReason({ document, prompt }: Analysis, id: keyof Document['prompts']): string {
  const { enabled, text } = document.prompts[id];
  if (text.trim() === '') return 'nothing in it';
  if (!enabled) return 'switched off';
  if (id === 'coordinator') return 'needs COORDINATOR_MODE and tengu_coordinator';
  return `the ${prompt.selected.winner} prompt comes first`;
}

function gitStatusReason(document: Document): string | undefined {
  const bar = gitBar(document);
  return bar && within(bar.replace(/^Not sent: /, ''));
}

/** A sentence as a part of one. */
const within = (sentence: string): string =>
  sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
