import { isFirstParty } from '@/lib/backends/backend-kind.ts';
import { requestRules } from '@/lib/backends/request-rules.ts';
import type { CachePolicy } from '@/lib/cache/policy.ts';
import { asSentence, type Failure } from '@/lib/errors.ts';
import { SCOPE_BETA } from '@/lib/request/betas.ts';
import { requestFaults } from '@/lib/request/validate-request.ts';
import type { Assembly } from './assembly.ts';

/**
 * Everything wrong with a document: templates and schemas (the part is left out, the rest can be sent), and what the provider would
 * refuse (`blocking`), its marks and its model's limits only where the backend's cache has them. A fault of a block has the block's
 * title as its place and its id as its subject.
 */
export function documentFailures(
  { document, kind, card, prompt, built }: Assembly,
  { id, hasOwnModels }: Pick<CachePolicy, 'id' | 'hasOwnModels'>,
): {
  readonly failures: readonly Failure[];
  readonly blocking: readonly Failure[];
} {
  const rules = {
    ...(!hasOwnModels && requestRules(document.model)),
    marks: id === 'messages',
    betas: [SCOPE_BETA],
    ...(isFirstParty(kind) && { formerFields: false }),
  };
  const blocking = requestFaults(built.request, rules).map(({ message, path, fix }): Failure => {
    const block = built.blocks.find((each) => path === each.path || path.startsWith(`${each.path}.`));
    return {
      code: 'request-invalid',
      message: asSentence(message),
      place: block?.title ?? path,
      ...(block && { subject: block.id }),
      ...(fix !== undefined && { fix }),
    };
  });
  const unknownModel: Failure[] = card
    ? []
    : [
        {
          code: 'model-unknown',
          message: `No facts are known of the model “${document.model}”: minimum and tokenizer are assumed, prices are missing.`,
          place: 'Model',
          fix: 'Choose a model from the list, or go on without prices.',
        },
      ];
  return { failures: [...unknownModel, ...prompt.failures, ...blocking], blocking };
}
