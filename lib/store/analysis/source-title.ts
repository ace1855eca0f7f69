import type { Document } from '@/lib/document/document.ts';
import type { BlockSource } from '@/lib/prompt/block.ts';

const TITLES = {
  header: 'Attribution header',
  identity: 'Identity',
  'git-status': 'Git status',
  'cache-breaker': 'Cache breaker',
  'user-context': 'User context',
  'mcp-announcement': 'MCP announcement',
  draft: 'Next message',
} as const;

const PROMPT_TITLES = {
  override: 'Override prompt',
  coordinator: 'Coordinator prompt',
  agent: 'Agent prompt',
  custom: 'Custom prompt',
  append: 'Appended prompt',
} as const;

/** What a person calls the thing that some characters came from. */
export function sourceTitle(source: BlockSource, document: Document): string {
  switch (source.type) {
    case 'section':
      return document.sections.find(({ id }) => id === source.id)?.title ?? source.id;
    case 'tool':
      return document.tools.find(({ id }) => id === source.id)?.name ?? source.id;
    case 'prompt':
      return PROMPT_TITLES[source.id];
    case 'memory-file':
      return source.path;
    case 'turn': {
      const index = document.conversation.findIndex(({ id }) => id === source.id);
      return `Turn ${index + 1}`;
    }
    default:
      return TITLES[source.type];
  }
}
