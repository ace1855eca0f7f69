import type { Document } from '@/lib/document/document.ts';
import { parseDocument } from '@/lib/document/parse-document.ts';
import { DEFAULT_FLAGS } from '@/lib/prompt/flag.ts';
import type { ImportedField, JsonFormat } from '@/lib/prompt/imported-request.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import { type Result, success } from '@/lib/result.ts';
import { exportBody } from './export-request.ts';
import { notReadable } from './import-failure.ts';
import { formatOf } from './json-format.ts';
import { readClient, readEnvironment } from './read-environment.ts';
import { readMessages } from './read-messages.ts';
import { readRequestBody } from './read-request-body.ts';
import { readSystem, type SystemRole } from './read-system.ts';
import { readTools } from './read-tools.ts';

/** A request as a document, and what was recognised in it. */
export interface ReadRequest {
  readonly document: Document;
  /** What each block of the system prompt is. */
  readonly system: readonly SystemRole[];
  readonly reminders: number;
  /** Breakpoints, wherever they stand. */
  readonly marks: number;
  /** Top-level fields that have no form here and are kept as they are. */
  readonly kept: readonly string[];
  /** Exported without an edit it is the same text, byte for byte. */
  readonly isExact: boolean;
}

type Wire = Readonly<Record<string, unknown>>;

/** Fields of a body that the document itself holds. */
const HELD: ReadonlySet<string> = new Set(['model', 'max_tokens', 'tools', 'system', 'messages']);

const PLAIN: JsonFormat = { indent: '', afterComma: '', afterColon: '', isAscii: false, escaped: '' };

/** The body of a Messages request as a document of its own layout; what is no part of a request comes from `base`. */
export function readRequest(text: string, base: Document, title: string): Result<ReadRequest> {
  const parsed = readRequestBody(text);
  if (!parsed.ok) return parsed;
  const body: Wire = { ...parsed.value };
  const format = formatOf(text, body);
  const read = toDocument(body, base, title, format ?? PLAIN);
  const checked = parseDocument(read.document);
  if (!checked.ok)
    return notReadable(
      `Strata cannot hold it: ${checked.failure.message}`,
      checked.failure.place ?? '',
      'Shorten that part.',
    );
  const document = checked.value;
  return success({ ...read, document, isExact: format !== undefined && exportBody(document) === text });
}

function toDocument(body: Wire, base: Document, title: string, format: JsonFormat): Omit<ReadRequest, 'isExact'> {
  const tools = readTools((body['tools'] ?? []) as readonly Wire[]);
  const system = readSystem(body['system'] as Parameters<typeof readSystem>[0]);
  const messages = readMessages(body['messages'] as Parameters<typeof readMessages>[0]);
  const marks = { ...tools.marks, ...system.marks, ...messages.marks };
  const automatic = automaticTtl(body['cache_control'], messages.rolling);
  const isHeld = (name: string) => HELD.has(name) || (name === 'cache_control' && automatic !== undefined);
  const fields = Object.entries(body).map(
    ([name, value]): ImportedField => (isHeld(name) ? { name } : { name, json: JSON.stringify(value) }),
  );
  const texts = system.sections.map((section) => section.text);
  const document: Document = {
    ...withoutLayout(base),
    title,
    sections: system.sections,
    boundary: system.boundary,
    flags: {
      ...DEFAULT_FLAGS,
      global_cache_scope: false,
      one_hour_ttl: messages.rolling === '1h' || automatic === '1h',
      tool_search: tools.tools.some(({ deferrable }) => deferrable),
      strict_tools: tools.tools.some(({ strict }) => strict),
    },
    environment: { ...base.environment, ...readEnvironment(texts, messages.conversation) },
    prompts: off(base.prompts),
    tools: tools.tools,
    mcpServers: tools.mcpServers,
    memoryFiles: messages.memoryFiles,
    gitStatus: { branch: '', mainBranch: '', user: '', status: '', log: '' },
    client: readClient(texts[0] ?? '') ?? base.client,
    conversation: messages.conversation,
    draft: '',
    imported: { fields, isSystemText: system.isSystemText, systemBlocks: system.systemBlocks, format },
    model: String(body['model']),
    maxTokens: typeof body['max_tokens'] === 'number' ? body['max_tokens'] : base.maxTokens,
    cache: {
      enabled: true,
      markDynamic: false,
      markLastUserBlock: messages.rolling !== undefined,
      sendScope: false,
      ...(automatic && { automatic: true }),
      marks,
    },
  };
  return {
    document,
    system: system.roles,
    reminders: messages.reminders,
    marks: Object.keys(marks).length + (messages.rolling ? 1 : 0) + (body['cache_control'] ? 1 : 0),
    kept: fields.flatMap(({ name, json }) => (json === undefined ? [] : [name])),
  };
}

/** What an imported request has of its own. */
function withoutLayout({ layout: _, fields: __, ...base }: Document): Document {
  return base;
}

/** The TTL of a mark at top level, where the document's own setting writes it just so: beside a rolling mark it has the same TTL. */
function automaticTtl(mark: unknown, rolling: '5m' | '1h' | undefined): '5m' | '1h' | undefined {
  const written = JSON.stringify(mark);
  const ttl =
    written === '{"type":"ephemeral"}' ? '5m' : written === '{"type":"ephemeral","ttl":"1h"}' ? '1h' : undefined;
  return rolling === undefined || rolling === ttl ? ttl : undefined;
}

const off = (prompts: PromptInput['prompts']): PromptInput['prompts'] => ({
  override: { ...prompts.override, enabled: false },
  coordinator: { ...prompts.coordinator, enabled: false },
  agent: { ...prompts.agent, enabled: false },
  custom: { ...prompts.custom, enabled: false },
  append: { ...prompts.append, enabled: false },
});
