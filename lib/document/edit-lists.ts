import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { McpServer, Tool } from '@/lib/prompt/tool.ts';
import { changedFields } from './changed-fields.ts';
import type { Document } from './document.ts';

export function changeTool(document: Document, id: string, change: Partial<Omit<Tool, 'id'>>): Document {
  const tools = document.tools.map((each) => (each.id === id ? { ...each, ...change } : each));
  return changedFields(document, { tools });
}

export function changeServer(document: Document, id: string, change: Partial<Omit<McpServer, 'id'>>): Document {
  const mcpServers = document.mcpServers.map((each) => (each.id === id ? { ...each, ...change } : each));
  return changedFields(document, { mcpServers });
}

export function changeMemoryFile(document: Document, path: string, text: string): Document {
  const memoryFiles = document.memoryFiles.map((each) => (each.path === path ? { path, text } : each));
  return changedFields(document, { memoryFiles });
}

export function changeTurn(document: Document, id: string, change: Partial<Omit<Turn, 'id'>>): Document {
  const conversation = document.conversation.map((each) => (each.id === id ? { ...each, ...change } : each));
  return changedFields(document, { conversation });
}
