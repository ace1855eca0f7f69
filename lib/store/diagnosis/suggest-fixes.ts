import type { Explanation } from '@/lib/cache/explain/diagnosis.ts';
import type { Document } from '@/lib/document/document.ts';
import { applyFix, type Fix } from '@/lib/document/fix.ts';
import type { OriginSpan } from '@/lib/request/block-origin.ts';

/** What is known of the change beside its explanation. */
interface Change {
  readonly explanation: Explanation;
  /** The part that differs. */
  readonly span: OriginSpan | undefined;
  readonly previousModel: string;
}

/** The edits that would have kept the cache, or keep it the next time; those that would change nothing are left out. */
export function suggestFixes(change: Change, document: Document): Fix[] {
  return candidates(change, document).filter((fix) => applyFix(document, fix) !== document);
}

function candidates({ explanation, span, previousModel }: Change, document: Document): Fix[] {
  const source = span?.source;
  switch (explanation.cause) {
    case 'model_changed':
      return [{ type: 'choose-model', model: previousModel }];
    case 'tools_changed': {
      if (explanation.kind === 'waste') return [{ type: 'sort-tools' }];
      const isThere = source?.type === 'tool' && document.tools.some(({ id }) => id === source.id);
      return isThere ? [{ type: 'defer-tools', tools: [source.id] }] : [];
    }
    case 'system_prompt_changed': {
      if (source?.type === 'header') return [{ type: 'drop-header' }];
      if (source?.type === 'git-status') return [{ type: 'drop-git-status' }];
      if (source?.type !== 'section') return [];
      const at = document.sections.findIndex(({ id }) => id === source.id);
      if (at === -1) return [];
      if (at < document.boundary) return [{ type: 'move-behind-boundary', section: source.id }];
      return at < document.sections.length - 1 ? [{ type: 'move-last', section: source.id }] : [];
    }
    case 'messages_rewritten':
      return document.cache.markDynamic ? [] : [{ type: 'mark-dynamic' }];
    case 'ttl_expired_5m':
      return explanation.kind === 'waste' ? [{ type: 'pin-ttl', ttl: '1h' }] : [];
    case 'cache_control_changed':
      return [{ type: 'use-ruled-marks' }];
    default:
      return [];
  }
}
