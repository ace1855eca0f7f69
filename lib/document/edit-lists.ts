import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { McpServer, Tool } from '@/lib/prompt/tool.ts';
import type { Document } from './document.ts';

export function changeTool(document: Document, id: string, change: Partial<Omit<Tool, 'id'>>): Document {
  return { ...document, tools: document.tools.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

export function changeServer(document: Document, id: string, change: Partial<Omit<McpServer, 'id'>>): Document {
  return {
    ...document,
    mcpServers: document.mcpServers.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}

export function changeMemoryFile(document: Document, path: string, text: string): Document {
  return { ...document, memoryFiles: document.memoryFiles.map((each) => (each.path === path ? { path, text } : each)) };
}

export function changeTurn(document: Document, id: string, change: Partial<Omit<Turn, 'id'>>): Document {
  return {
    ...document,
    conversation: document.conversation.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}
