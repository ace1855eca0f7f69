import type { Document } from '@/lib/document/document.ts';
import type { PromptId } from '@/lib/prompt/block.ts';
import type { Analysis } from './analysis.ts';
import { sourceTitle } from './source-title.ts';

/** A whole-prompt text and what has become of it. */
export interface PromptRow {
  readonly id: PromptId;
  readonly title: string;
  readonly isOn: boolean;
  readonly tokens: number | undefined;
  readonly state: 'sent' | 'off' | 'empty' | 'outranked';
  /** When it applies, for a person. */
  readonly rule: string;
}

const RULES: Readonly<Record<PromptId, string>> = {
  override: 'Replaces everything, the appended prompt too.',
  coordinator: 'Replaces the default prompt; stands under the flags COORDINATOR_MODE and tengu_coordinator.',
  agent: 'Replaces the default prompt; a proactive agent adds it behind the autonomous one.',
  custom: 'Replaces the default prompt (--system-prompt).',
  append: 'Added at the end of whichever prompt wins, but not of an override (--append-system-prompt).',
};

const ORDER: readonly PromptId[] = ['override', 'coordinator', 'agent', 'custom', 'append'];

/** The five texts in order of rank, the appended one last. */
export function promptRows(document: Document, analysis: Pick<Analysis, 'tokensBySource'> | undefined): PromptRow[] {
  const { prompts, flags } = document;
  return ORDER.map((id): PromptRow => {
    const isFlagged = id !== 'coordinator' || (flags.COORDINATOR_MODE && flags.tengu_coordinator);
    const isOn = prompts[id].enabled && isFlagged;
    const tokens = analysis?.tokensBySource.get(`prompt:${id}`);
    const isEmpty = prompts[id].text.trim() === '';
    const state = !isOn ? 'off' : isEmpty ? 'empty' : tokens === undefined ? 'outranked' : 'sent';
    return { id, title: sourceTitle({ type: 'prompt', id }, document), isOn, tokens, state, rule: RULES[id] };
  });
}

const WINNERS: Readonly<Record<Analysis['prompt']['selected']['winner'], string>> = {
  override: 'Override prompt',
  coordinator: 'Coordinator prompt',
  agent: 'Agent prompt',
  custom: 'Custom prompt',
  default: 'Default prompt',
};

/** What a person calls the prompt that won. */
export const winnerTitle = ({ winner }: Pick<Analysis['prompt']['selected'], 'winner'>): string => WINNERS[winner];
