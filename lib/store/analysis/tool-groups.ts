import type { Document } from '@/lib/document/document.ts';
import type { McpServer, Tool } from '@/lib/prompt/tool.ts';
import { isOffered } from '@/lib/prompt/tool-offer.ts';
import { wireTool } from '@/lib/prompt/wire-tool.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import type { Analysis } from './analysis.ts';
import { faultText } from './fault-text.ts';
import { selectionKey } from './selection-source.ts';
import { sourceTitle } from './source-title.ts';
import { serverBar } from './tool-bar.ts';

type Input = Pick<Document, 'tools' | 'mcpServers' | 'flags' | 'sections' | 'layout'>;
type Figures = Pick<Analysis, 'blocks' | 'card'>;

/** A tool with its share of the request. */
export interface ToolRow {
  readonly tool: Tool;
  /** `undefined`: not sent, or not counted yet. */
  readonly tokens: number | undefined;
  readonly method: TokenCount['method'] | undefined;
  /** Nothing keeps it from being sent (see tool-offer.ts). */
  readonly isOffered: boolean;
  /** What the flags make of it, in a word each. */
  readonly marks: readonly ('deferred' | 'strict' | 'swarm')[];
  /** Why it cannot be sent, or what the provider would refuse. */
  readonly fault: string | undefined;
}

/** The built-in tools (`id` is `undefined`) or those of one server, in the order in which they are sent. */
export interface ToolGroup {
  readonly id: string | undefined;
  readonly title: string;
  /** `undefined` for the built-in tools, and when a tool's server is gone. */
  readonly server: McpServer | undefined;
  readonly rows: readonly ToolRow[];
  readonly tokens: number | undefined;
}

/** The built-in tools first, then each server with its own, connected or not. */
export function toolGroups(document: Input, analysis: Figures | undefined): ToolGroup[] {
  const rows = document.tools.map((tool) => toolRow(tool, document, analysis));
  const servers = new Map(document.mcpServers.map((server) => [server.id, server]));
  const lost = document.tools.flatMap(({ server }) => (server !== undefined && !servers.has(server) ? [server] : []));
  return [...new Set([undefined, ...servers.keys(), ...lost])].map((id): ToolGroup => {
    const own = rows.filter(({ tool }) => tool.server === id);
    const server = id === undefined ? undefined : servers.get(id);
    const title = id === undefined ? 'Built-in' : (server?.name ?? `${id}: no such server`);
    return { id, title, server, rows: own, tokens: analysis && sum(own) };
  });
}

/** The tokens of all tools; `undefined` before the first count. */
export const totalTokens = (groups: readonly ToolGroup[]): number | undefined =>
  groups.every(({ tokens }) => tokens === undefined) ? undefined : sum(groups);

const sum = (parts: readonly { readonly tokens: number | undefined }[]): number =>
  parts.reduce((total, { tokens = 0 }) => total + tokens, 0);

function toolRow(tool: Tool, document: Input, analysis: Figures | undefined): ToolRow {
  const { flags } = document;
  const block = analysis?.blocks.find(({ id }) => id === `tool:${tool.id}`);
  const wire = wireTool(tool, flags, analysis?.card?.structuredOutputs ?? false);
  const { strict, defer_loading: deferred } = wire.ok ? wire.value : {};
  const [refused] = block?.faults ?? [];
  const failure = wire.ok ? refused : wire.failure;
  return {
    tool,
    tokens: block?.count.tokens,
    method: block?.count.method,
    isOffered: isOffered(tool, document),
    marks: [
      ...(deferred ? (['deferred'] as const) : []),
      ...(strict ? (['strict'] as const) : []),
      ...(flags.agent_swarms && tool.swarmFields?.length ? (['swarm'] as const) : []),
    ],
    fault: failure && faultText(failure),
  };
}

/** Where what a server says stands in the request, in a few words. */
export function serverVoice(server: McpServer, document: Document): string {
  const bar = serverBar(server);
  if (bar) return bar;
  if (document.flags.mcp_instructions_delta) return 'announced each turn';
  const key = selectionKey({ type: 'server', id: server.id }, document);
  const id = key?.slice('section:'.length);
  return id === undefined ? 'in no section' : `in ${sourceTitle({ type: 'section', id }, document)}`;
}
