import { describe, expect, it } from 'vitest';
import { DEFAULT_FLAGS } from '@/lib/prompt/flag.ts';
import { promptContext } from '@/lib/prompt/prompt-context.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import { lookUp } from '@/lib/prompt/render-template.ts';
import { parseTemplate, type TemplateNode } from '@/lib/prompt/template.ts';
import { CONVERSATION } from './conversation.ts';
import { ENVIRONMENT } from './environment.ts';
import { MCP_SERVERS } from './mcp-servers.ts';
import { MEMORY_FILES } from './memory-files.ts';
import { BOUNDARY, SECTIONS } from './sections.ts';
import { MCP_TOOLS, TOOLS } from './tools.ts';

const ALL_TOOLS = [...TOOLS, ...MCP_TOOLS];

/** A context in which every list has an item, so that the names inside lists can be looked up as well. */
const CONTEXT = promptContext(
  {
    flags: DEFAULT_FLAGS,
    environment: { ...ENVIRONMENT, additionalDirectories: ['/home/dev/charts'] },
    tools: ALL_TOOLS,
    mcpServers: MCP_SERVERS,
  } as unknown as PromptInput,
  { id: 'model-id', name: 'Model', structuredOutputs: true },
);

type Scopes = Parameters<typeof lookUp>[1];

/** Names that nothing in scope is called, in every branch, whether it would be shown or not. */
function unknownNames(nodes: readonly TemplateNode[], scopes: Scopes): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [];
    const found = lookUp(node.name, scopes);
    if (!found) return [node.name];
    if (node.type === 'name') return [];
    const [item] = Array.isArray(found.value) && node.type === 'when' ? found.value : [];
    return unknownNames(node.children, item === undefined ? scopes : [item, ...scopes]);
  });
}

function unknownIn(text: string): string[] {
  const parsed = parseTemplate(text);
  return parsed.ok ? unknownNames(parsed.value, [{ ...CONTEXT }]) : [parsed.failure.message];
}

describe('preset "Coding agent"', () => {
  it('gives every section, tool, server, turn and memory file an id of its own', () => {
    const lists = [SECTIONS, ALL_TOOLS, MCP_SERVERS, CONVERSATION].map((items) => items.map(({ id }) => id));
    for (const ids of [...lists, MEMORY_FILES.map(({ path }) => path), ALL_TOOLS.map(({ name }) => name)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it.each(ALL_TOOLS.map((tool) => [tool.name, tool] as const))(
    'describes the input of %s by an object schema',
    (_, tool) => {
      const schema = JSON.parse(tool.inputSchema);
      expect(schema.type).toBe('object');
      const names = Object.keys(schema.properties);
      expect(names).toEqual(expect.arrayContaining(schema.required));
      expect(names).toEqual(expect.arrayContaining([...(tool.swarmFields ?? [])]));
      for (const property of Object.values(schema.properties)) {
        expect(property).toEqual(
          expect.objectContaining({ type: expect.any(String), description: expect.any(String) }),
        );
      }
    },
  );

  it.each(SECTIONS.map((section) => [section.id, section] as const))('uses known names only in %s', (_, section) => {
    expect(unknownIn(section.text)).toEqual([]);
    const gates = section.gates.map((gate) => gate.replace(/^!/, ''));
    expect(gates.filter((gate) => !lookUp(gate, [{ ...CONTEXT }]))).toEqual([]);
  });

  it('would notice an unknown name, also in a branch or list that is not shown', () => {
    expect(unknownIn('{{nothing}} {{#language}}{{env.nowhere}}{{/language}}')).toEqual(['nothing', 'env.nowhere']);
    expect(unknownIn('{{#mcp.servers}}{{name}}{{path}}{{/mcp.servers}}{{name}}')).toEqual(['path', 'name']);
    expect(unknownIn('{{#language}}')).toHaveLength(1);
  });

  it('puts the static sections before the boundary and the dynamic ones behind it', () => {
    const ids = SECTIONS.map(({ id }) => id);
    expect(ids.slice(0, BOUNDARY)).toEqual([
      'autonomous_identity',
      'system_reminders',
      'intro',
      'system',
      'doing_tasks',
      'actions',
      'using_tools',
      'tone_style',
      'output_efficiency',
    ]);
    expect(ids.slice(BOUNDARY)).toEqual([
      'session_guidance',
      'memory',
      'ant_model_override',
      'env_info_simple',
      'language',
      'output_style',
      'mcp_instructions',
      'scratchpad',
      'frc',
      'summarize_tool_results',
      'token_budget',
      'bridge',
      'voice',
      'computer_use',
      'autonomous_work',
    ]);
  });

  it('keeps volatile sections behind the boundary, each with its reason', () => {
    const volatile = SECTIONS.filter(({ kind }) => kind === 'volatile');
    expect(volatile.map(({ id }) => id)).toEqual(['mcp_instructions']);
    expect(volatile.every(({ reason }) => reason)).toBe(true);
  });
});
