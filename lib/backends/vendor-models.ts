import { MODEL_CARDS } from '@/lib/pricing/model-card.ts';
import type { BackendKind } from './backend-kind.ts';

/** The models of a kind of backend that serves one vendor's, newest first; `undefined`: it serves whatever was loaded. */
export function vendorModels(kind: BackendKind): readonly string[] | undefined {
  const vendor = kind === 'emulator' ? 'anthropic' : kind;
  if (vendor !== 'anthropic' && vendor !== 'openai') return undefined;
  return MODEL_CARDS.filter((card) => card.vendor === vendor && !card.retired).map(({ id }) => id);
}
