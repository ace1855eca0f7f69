import type { Fix } from '@/lib/document/fix.ts';
import { fieldsOf } from '@/lib/json-value.ts';
import type { ModelCard } from '@/lib/pricing/model-card.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';

/** Edits that leave tools, system prompt and messages as they are; the model gone back to is the one that has thought. */
const HARMLESS: ReadonlySet<Fix['type']> = new Set([
  'pin-ttl',
  'mark-dynamic',
  'mark',
  'automatic-off',
  'use-ruled-marks',
  'choose-model',
]);

/**
 * Why an edit that saves the cache may cost the request (caching rules §1): some models refuse thinking that is sent back behind
 * another prefix than it was thought behind. `undefined`: the edit changes no prefix, or none of that is known of the model.
 */
export function fixWarning(
  { type }: Fix,
  request: MessageCreateParamsBase,
  card: Pick<ModelCard, 'name' | 'bindsThinking'> | undefined,
): string | undefined {
  if (HARMLESS.has(type) || !card?.bindsThinking || !replaysThinking(request) || dropsMismatches(request))
    return undefined;
  const who = card.bindsThinking === 'always' ? '' : ' for accounts made on 2026-08-31 or later';
  return `The conversation sends thinking back, and ${card.name} answers 400${who} when what stands in front of it has changed. Start a new session, or set thinking.block_binding.prefix_mismatch_behavior to "drop_block".`;
}

const replaysThinking = ({ messages }: MessageCreateParamsBase): boolean =>
  messages.some(
    ({ role, content }) =>
      role === 'assistant' &&
      Array.isArray(content) &&
      content.some(({ type }) => type === 'thinking' || type === 'redacted_thinking'),
  );

/** Asked to leave out what no longer fits, the provider does not refuse it (types of the SDK, 1.11.0, read 2026-11-21). */
function dropsMismatches(request: MessageCreateParamsBase): boolean {
  const { block_binding: binding } = fieldsOf(request.thinking);
  return fieldsOf(binding)['prefix_mismatch_behavior'] === 'drop_block';
}
