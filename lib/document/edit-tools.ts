import type { McpServer, Tool, ToolPermission } from '@/lib/prompt/tool.ts';
import { changedFields } from './changed-fields.ts';
import type { Document } from './document.ts';
import { freeName } from './free-name.ts';

const EMPTY_SCHEMA = '{"type":"object","properties":{}}';

const idOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9_-]+/g, '-');

const isOf = (server: string | undefined) => (tool: Tool) => tool.server === server;

/** The id that a new tool of this name gets. */
export function newToolId({ tools }: Pick<Document, 'tools'>, name: string): string {
  return freeName(
    idOf(name),
    tools.map(({ id }) => id),
  );
}

/** Adds a tool without description and with an empty schema behind the last one of its group: the built-in ones or a server's. */
export function addTool(document: Document, name: string, server?: string): Document {
  const tool = { id: newToolId(document, name), name, description: '', inputSchema: EMPTY_SCHEMA, enabled: true };
  return insertAfter(document, server === undefined ? tool : { ...tool, server }, isOf(server));
}

/** Puts a copy with a name and id of its own behind a tool. */
export function copyTool(document: Document, id: string): Document {
  const original = document.tools.find((each) => each.id === id);
  if (!original) return document;
  const mates = document.tools.filter(isOf(original.server)).map(({ name }) => name);
  const name = freeName(original.name, mates);
  return insertAfter(document, { ...original, id: newToolId(document, name), name }, (tool) => tool.id === id);
}

/** What the user has decided of a tool's calls; `undefined`: nothing that the request says. */
export function setToolPermission(document: Document, id: string, permission: ToolPermission | undefined): Document {
  const change = ({ permission: _, ...tool }: Tool): Tool =>
    permission === undefined ? tool : { ...tool, permission };
  return changedFields(document, { tools: document.tools.map((each) => (each.id === id ? change(each) : each)) });
}

export function removeTool(document: Document, id: string): Document {
  return changedFields(document, { tools: document.tools.filter((each) => each.id !== id) });
}

/** Moves a tool one place up (-1) or down (1) within its group, past the tools of other groups in between. */
export function stepTool(document: Document, id: string, step: -1 | 1): Document {
  const tool = document.tools.find((each) => each.id === id);
  if (!tool) return document;
  const group = document.tools.filter(isOf(tool.server));
  const from = group.indexOf(tool);
  const to = from + step;
  if (to < 0 || to >= group.length) return document;
  return withGroup(document, tool.server, group.toSpliced(from, 1).toSpliced(to, 0, tool));
}

/** Sorts a group's tools by name, by code unit: the order that never changes when a tool comes or goes. */
export function sortTools(document: Document, server: string | undefined): Document {
  const group = document.tools.filter(isOf(server));
  const sorted = group.toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  return sorted.every((tool, index) => tool === group[index]) ? document : withGroup(document, server, sorted);
}

/** Adds a connected server without instructions; its id, which enters its tools' wire names, follows from the name. */
export function addServer(document: Document, name: string): Document {
  const server: McpServer = { id: newServerId(document, name), name, connected: true, instructions: '' };
  return { ...document, mcpServers: [...document.mcpServers, server] };
}

/** The id that a new server of this name gets. */
export function newServerId({ mcpServers }: Pick<Document, 'mcpServers'>, name: string): string {
  return freeName(
    idOf(name),
    mcpServers.map(({ id }) => id),
  );
}

/** Removes a server and its tools. */
export function removeServer(document: Document, id: string): Document {
  return changedFields(document, {
    mcpServers: document.mcpServers.filter((each) => each.id !== id),
    tools: document.tools.filter((tool) => tool.server !== id),
  });
}

/** The group's places in the list filled with its tools in another order. */
function withGroup(document: Document, server: string | undefined, group: readonly Tool[]): Document {
  const next = group.values();
  return {
    ...document,
    tools: document.tools.map((tool) => (isOf(server)(tool) ? (next.next().value ?? tool) : tool)),
  };
}

function insertAfter(document: Document, tool: Tool, isBefore: (tool: Tool) => boolean): Document {
  const last = document.tools.findLastIndex(isBefore);
  const isFirstBuiltIn = last === -1 && tool.server === undefined;
  const at = isFirstBuiltIn ? 0 : last === -1 ? document.tools.length : last + 1;
  return { ...document, tools: document.tools.toSpliced(at, 0, tool) };
}
