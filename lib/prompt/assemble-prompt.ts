import type { Failure } from '@/lib/errors.ts';
import { rememberEach, rememberLast } from '@/lib/remember.ts';
import { success } from '@/lib/result.ts';
import { defaultPrompt } from './default-prompt.ts';
import { fingerprint } from './fingerprint.ts';
import { connectedServers, promptContext } from './prompt-context.ts';
import type { PromptInput, PromptModel } from './prompt-input.ts';
import type { SectionValue } from './resolve-section.ts';
import { type SelectedPrompt, selectPrompt, wholePart } from './select-prompt.ts';
import { type SessionContext, sessionContext } from './session-context.ts';
import type { SessionValues } from './session-values.ts';
import { gitStatusLine, systemContext } from './system-context.ts';
import { asSystemPrompt, HEADER_PREFIX, IDENTITIES, type PromptPart, type SystemPrompt } from './system-prompt.ts';
import { toolKey } from './tool-key.ts';
import { isOffered } from './tool-offer.ts';
import { turnText } from './turn-text.ts';
import { userContext } from './user-context.ts';
import { type WireTool, wireTool } from './wire-tool.ts';

/** What a document says, before it is split into blocks and marked: tools, system prompt, and what the client adds to the messages. */
export interface AssembledPrompt {
  readonly tools: readonly { readonly id: string; readonly wire: WireTool; readonly imported?: string | undefined }[];
  /** MCP tools that stand in the prefix: they differ per user, so the global scope must be skipped. */
  readonly hasMcpTools: boolean;
  readonly system: SystemPrompt;
  readonly selected: Pick<SelectedPrompt, 'winner' | 'reason'>;
  readonly sectionValues: ReadonlyMap<string, SectionValue>;
  readonly userContext: PromptPart | undefined;
  /** Only in the layout of newer clients. */
  readonly sessionContext: SessionContext | undefined;
  readonly mcpAnnouncement: PromptPart | undefined;
  readonly failures: readonly Failure[];
}

/**
 * Assembles a document's prompt; pure. `requestNumber` only enters the attribution header, as it does in a real client. What the
 * session holds stands in for what would be computed now.
 */
export function assemblePrompt(
  input: PromptInput,
  model: PromptModel,
  requestNumber: number,
  held?: SessionValues,
): AssembledPrompt {
  const context = promptContext(input, model);
  const sections = defaultPrompt(input, context, held?.sections);
  const selected = selectPrompt(input, () => sections.parts);
  const { tools, mcpServers, layout, flags } = input;
  const offered = offeredTools(tools, mcpServers, layout, flags, model.structuredOutputs, held?.tools);
  // Simple mode's one block starts with the identity itself.
  const isNamed = selected.parts.some(({ spans }) => spans[0]?.source.type === 'identity');
  const identity =
    isNamed || selected.winner === 'override'
      ? []
      : [wholePart(identityLine(input, selected.winner), { type: 'identity' }, 'static')];
  const isCurrent = input.layout === 'current';
  const background = systemContext(input, held ? held.gitStatus : gitStatusLine(input));
  return {
    tools: offered.tools,
    hasMcpTools: offered.hasMcpTools,
    system: asSystemPrompt(
      input.imported
        ? selected.parts
        : [attributionHeader(input, requestNumber), ...identity, ...selected.parts, ...(isCurrent ? [] : [background])],
    ),
    sessionContext: isCurrent ? sessionContext(sections, background) : undefined,
    selected: { winner: selected.winner, reason: selected.reason },
    sectionValues: sections.values,
    userContext: held ? held.userContext : userContext(input),
    mcpAnnouncement: flags.mcp_instructions_delta ? announcement(mcpServers) : undefined,
    failures: [...sections.failures, ...offered.failures],
  };
}

type OfferedTools = Pick<AssembledPrompt, 'tools' | 'hasMcpTools' | 'failures'>;

/** The tools that are sent; the same for as long as nothing changes that they are made from. */
const offeredTools = rememberLast(
  (
    tools: PromptInput['tools'],
    mcpServers: PromptInput['mcpServers'],
    layout: PromptInput['layout'],
    flags: PromptInput['flags'],
    structuredOutputs: boolean,
    held: SessionValues['tools'] | undefined,
  ): OfferedTools => {
    const offered = tools
      .filter((tool) => isOffered(tool, { mcpServers, layout, flags }))
      .map((tool) => {
        const kept = held?.get(toolKey(tool));
        return { tool, wire: kept ? success(kept) : wireTool(tool, flags, structuredOutputs) };
      });
    const wired = offered.flatMap(({ tool, wire }) => (wire.ok ? [{ tool, wire: wire.value }] : []));
    return {
      tools: wired.map(({ tool, wire }) => ({ id: tool.id, imported: tool.wire, wire })),
      hasMcpTools: wired.some(({ tool, wire }) => tool.server !== undefined && !wire.defer_loading),
      failures: offered.flatMap(({ wire }) => (wire.ok ? [] : [wire.failure])),
    };
  },
);

/** Who speaks: a newer client with a prompt of the user's own names itself as one that is run through an SDK. */
function identityLine({ client, layout }: PromptInput, winner: SelectedPrompt['winner']): string {
  return IDENTITIES[layout === 'current' && winner === 'custom' ? 'sdk' : client.entrypoint];
}

/** `x-anthropic-billing-header`: its fingerprint follows the first user message, its attestation every single request. */
function attributionHeader(input: PromptInput, requestNumber: number): PromptPart {
  if (input.flags.CLAUDE_CODE_ATTRIBUTION_HEADER_0) return { text: '', spans: [] };
  const { version, entrypoint } = input.client;
  const first = input.conversation.find((turn) => turn.role === 'user');
  const firstUserText = first ? turnText(first) : input.draft;
  const attestation = input.flags.NATIVE_CLIENT_ATTESTATION
    ? ` cch=${fingerprint(`${requestNumber}\n${input.draft}`, 5)};`
    : '';
  const text = `${HEADER_PREFIX}: cc_version=${version}.${sessionFingerprint(firstUserText)}; cc_entrypoint=${entrypoint};${attestation}`;
  return wholePart(text, { type: 'header' }, 'static');
}

/** The same for as long as the first message is. */
const sessionFingerprint = rememberLast((firstUserText: string) => fingerprint(firstUserText, 3));

/** With mcp_instructions_delta, what servers say is announced in front of the last user message. */
const announcement = rememberEach((mcpServers: PromptInput['mcpServers']): PromptPart | undefined => {
  const servers = connectedServers({ mcpServers });
  if (servers.length === 0) return undefined;
  const body = servers.map(({ name, instructions }) => `## ${name}\n${instructions}`).join('\n\n');
  const text = `<system-reminder>\n# MCP server instructions\n\n${body}\n</system-reminder>`;
  return wholePart(text, { type: 'mcp-announcement' }, 'volatile');
});
