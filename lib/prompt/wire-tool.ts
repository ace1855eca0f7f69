import type { Failure } from '@/lib/errors.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { sourceKey } from './block.ts';
import type { FlagValues } from './flag.ts';
import { likeImported } from './like-imported.ts';
import type { Tool } from './tool.ts';

/** A tool as it goes on the wire; field order is part of the cached bytes. */
export interface WireTool {
  readonly name: string;
  readonly description: string;
  readonly input_schema: { readonly type: 'object'; readonly [key: string]: unknown };
  readonly strict?: true;
  readonly defer_loading?: true;
}

const rendered = new WeakMap<Tool, Map<string, Result<WireTool>>>();

/**
 * Renders a tool for the request; a schema that is not a JSON object schema is a `schema-invalid` failure at the tool. The same
 * tool under the same flags is the same object: what is remembered of it further on stays good.
 */
export function wireTool(tool: Tool, flags: FlagValues, structuredOutputs: boolean): Result<WireTool> {
  const variants = rendered.get(tool) ?? new Map<string, Result<WireTool>>();
  rendered.set(tool, variants);
  const variant = [flags.agent_swarms, flags.strict_tools && structuredOutputs, flags.tool_search].join();
  const known = variants.get(variant) ?? renderTool(tool, flags, structuredOutputs);
  variants.set(variant, known);
  return known;
}

function renderTool(tool: Tool, flags: FlagValues, structuredOutputs: boolean): Result<WireTool> {
  const schema = parseSchema(tool);
  if (!schema.ok) return schema;
  if (tool.wire !== undefined || !schema.value) return success(importedTool(tool, schema.value));
  const withoutSwarm = flags.agent_swarms ? schema.value : dropFields(schema.value, tool.swarmFields ?? []);
  return success({
    name: wireName(tool),
    description: describedTool(tool),
    input_schema: withoutSwarm,
    ...(tool.strict && flags.strict_tools && structuredOutputs ? { strict: true } : {}),
    ...(tool.deferrable && flags.tool_search ? { defer_loading: true } : {}),
  });
}

const PERMISSION_WORDS = {
  allowed: 'The user has allowed its calls for this project: they run without a question.',
  asked: 'The user decides on each of its calls, and may refuse one.',
} as const;

/** The description, and what the user has decided of the tool's calls: so a permission change reaches the cached bytes. */
function describedTool({ description, permission }: Tool): string {
  if (permission === undefined || permission === 'denied') return description;
  const words = PERMISSION_WORDS[permission];
  return description.trim() === '' ? words : `${description.trimEnd()}\n\n${words}`;
}

type ObjectSchema = WireTool['input_schema'];

/** An imported tool keeps what it came with, whatever the flags say; what is switched off on it goes. */
function importedTool(tool: Tool, schema: ObjectSchema | undefined): WireTool {
  const fields = {
    name: wireName(tool),
    description: tool.description || undefined,
    input_schema: schema,
    strict: tool.strict || undefined,
    defer_loading: tool.deferrable || undefined,
  };
  return likeImported(fields, tool.wire) as unknown as WireTool;
}

const wireName = ({ name, server }: Tool): string => (server === undefined ? name : `mcp__${server}__${name}`);

function parseSchema(tool: Tool): Result<ObjectSchema | undefined> {
  // Tools that run at the provider have none.
  if (tool.wire !== undefined && tool.inputSchema === '') return success(undefined);
  let value: unknown;
  try {
    value = JSON.parse(tool.inputSchema);
  } catch (error) {
    return failed(schemaFailure(tool, `The input schema is not JSON: ${(error as Error).message}.`));
  }
  if (typeof value !== 'object' || value === null || (value as { type?: unknown }).type !== 'object') {
    return failed(schemaFailure(tool, 'The input schema must be a JSON object with "type": "object".'));
  }
  return success(value as ObjectSchema);
}

function schemaFailure({ id, name }: Tool, message: string): Failure {
  return {
    code: 'schema-invalid',
    message,
    place: `Tool ${name}`,
    subject: sourceKey({ type: 'tool', id }),
    fix: 'Correct the schema; until then the tool is left out.',
  };
}

/** The schema without some of its properties; the order of the rest stays. */
function dropFields(schema: ObjectSchema, fields: readonly string[]): ObjectSchema {
  if (fields.length === 0) return schema;
  const { properties, required } = schema as { properties?: unknown; required?: unknown };
  const isKept = (name: unknown) => !fields.some((field) => field === name);
  return {
    ...schema,
    ...(typeof properties === 'object' &&
      properties && { properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isKept(name))) }),
    ...(Array.isArray(required) && { required: required.filter(isKept) }),
  };
}
