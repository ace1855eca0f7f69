import * as z from 'zod/mini';
import { isFields } from '@/lib/json-value.ts';
import { FLAGS } from '@/lib/prompt/flag.ts';
import { DOCUMENT_VERSION, type Document } from './document.ts';
import { FIELDS_RULE, requestFieldsFault } from './request-fields.ts';

const text = z.string();
const name = z.string().check(z.minLength(1), z.maxLength(500));
const path = z.string().check(z.regex(/^\//, 'It must be an absolute path'), z.maxLength(2000));
const ids = <T extends { id: string }>(items: readonly T[]) => new Set(items.map(({ id }) => id)).size === items.length;
const UNIQUE = 'Two of them have the same id';

const isObjectText = (json: string) => {
  try {
    return isFields(JSON.parse(json));
  } catch {
    return false;
  }
};
const objectText = text.check(z.refine(isObjectText, 'It must be the text of a JSON object'));
const jsonText = text.check(z.refine((json) => isObjectText(`{"value":${json}}`), 'It must be JSON text'));

const section = z.object({
  id: name,
  title: name,
  text,
  kind: z.enum(['memoised', 'volatile']),
  reason: z.exactOptional(text),
  enabled: z.boolean(),
  gates: z.array(name),
  verbatim: z.exactOptional(z.boolean()),
  reminder: z.exactOptional(z.boolean()),
  block: z.exactOptional(name),
});

const tool = z.object({
  id: name,
  name,
  description: text,
  inputSchema: text,
  enabled: z.boolean(),
  server: z.exactOptional(name),
  deferrable: z.exactOptional(z.boolean()),
  strict: z.exactOptional(z.boolean()),
  swarmFields: z.exactOptional(z.array(name)),
  wire: z.exactOptional(objectText),
  permission: z.exactOptional(z.enum(['allowed', 'asked', 'denied'])),
});

const framed = { id: name, wire: z.exactOptional(objectText) };
const pixels = z.int().check(z.minimum(1), z.maximum(8000));
const textBlock = z.object({ ...framed, type: z.literal('text'), text });
const imageBlock = z.object({
  ...framed,
  type: z.literal('image'),
  width: pixels,
  height: pixels,
  source: z.exactOptional(objectText),
});
const otherBlock = z.object({ ...framed, type: z.literal('other'), json: text });
const contextPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text }),
  z.object({ type: z.literal('file'), path, heading: text }),
]);
const turnBlock = z.discriminatedUnion('type', [
  textBlock,
  z.object({ ...framed, type: z.literal('context'), parts: z.array(contextPart).check(z.maxLength(5000)) }),
  z.object({ ...framed, type: z.literal('thinking'), text, signature: text }),
  z.object({ ...framed, type: z.literal('redacted'), data: text }),
  z.object({ ...framed, type: z.literal('tool-use'), call: text, name: text, input: text }),
  z.object({
    ...framed,
    type: z.literal('tool-result'),
    call: text,
    isError: z.boolean(),
    content: z
      .array(z.discriminatedUnion('type', [textBlock, imageBlock, otherBlock]))
      .check(z.maxLength(500), z.refine(ids, UNIQUE)),
  }),
  imageBlock,
  otherBlock,
]);

const imported = z.object({
  fields: z.array(z.object({ name: text, json: z.exactOptional(jsonText) })).check(z.maxLength(200)),
  isSystemText: z.boolean(),
  systemBlocks: z
    .array(z.object({ id: name, title: name, wire: z.exactOptional(objectText) }))
    .check(z.maxLength(500), z.refine(ids, UNIQUE)),
  format: z.object({
    indent: text,
    afterComma: text,
    afterColon: text,
    isAscii: z.boolean(),
    escaped: text,
    quirks: z.exactOptional(z.object({ of: text, tokens: z.array(z.tuple([z.int()], text)) })),
  }),
});

const mcpServer = z.object({ id: name, name, connected: z.boolean(), instructions: text });
const promptText = z.object({ enabled: z.boolean(), text });
const ttl = z.enum(['5m', '1h', 'none']);

const dollars = z.exactOptional(z.number().check(z.minimum(0), z.maximum(1_000_000)));
const price = z.object({
  batch: z.exactOptional(z.boolean()),
  own: z.exactOptional(
    z.record(
      name,
      z.object({
        input: dollars,
        cacheRead: dollars,
        cacheCreation5m: dollars,
        cacheCreation1h: dollars,
        cacheCreationOther: dollars,
        output: dollars,
      }),
    ),
  ),
});

const environment = z.object({
  workingDirectory: text,
  home: text,
  additionalDirectories: z.array(text),
  isGitRepository: z.boolean(),
  platform: text,
  shell: text,
  osVersion: text,
  knowledgeCutoff: text,
  today: text,
  language: text,
  outputStyle: z.object({ name: text, prompt: text, keepCodingInstructions: z.boolean() }),
  scratchpadDirectory: text,
  memoryDirectory: text,
  teamMemoryDirectory: text,
  autoMemory: z.boolean(),
  modelOverride: text,
  tokenBudget: text,
});

/** The whole format of version 2. Unknown keys are dropped, so that nothing unforeseen is ever saved or shared. */
export const documentSchema: z.ZodMiniType<Document> = z.object({
  version: z.literal(DOCUMENT_VERSION),
  preset: z.object({ id: name, version: z.int().check(z.positive()) }),
  title: text,
  sections: z.array(section).check(z.maxLength(500), z.refine(ids, UNIQUE)),
  boundary: z.int().check(z.nonnegative()),
  flags: z.object(
    Object.fromEntries(FLAGS.map((flag) => [flag.id, z.boolean()])) as Record<
      (typeof FLAGS)[number]['id'],
      z.ZodMiniBoolean
    >,
  ),
  environment,
  prompts: z.object({
    override: promptText,
    coordinator: promptText,
    agent: promptText,
    custom: promptText,
    append: promptText,
  }),
  tools: z.array(tool).check(z.maxLength(1000), z.refine(ids, UNIQUE)),
  mcpServers: z.array(mcpServer).check(z.maxLength(200), z.refine(ids, UNIQUE)),
  memoryFiles: z.array(z.object({ path, text })).check(
    z.maxLength(2000),
    z.refine((files) => new Set(files.map((file) => file.path)).size === files.length, 'Two files have the same path'),
  ),
  memorySources: z.object({
    userSettings: z.boolean(),
    projectSettings: z.boolean(),
    localSettings: z.boolean(),
    approvedExternalIncludes: z.array(text),
    filesInPlay: z.array(text),
  }),
  gitStatus: z.object({ branch: text, mainBranch: text, user: text, status: text, log: text }),
  client: z.object({ version: text, entrypoint: z.enum(['cli', 'sdk', 'unknown']) }),
  layout: z.exactOptional(z.enum(['current'])),
  conversation: z
    .array(
      z.object({
        id: name,
        role: z.enum(['user', 'assistant', 'system']),
        text,
        blocks: z.exactOptional(z.array(turnBlock).check(z.maxLength(1000), z.refine(ids, UNIQUE))),
        wire: z.exactOptional(objectText),
      }),
    )
    .check(z.maxLength(2000), z.refine(ids, UNIQUE)),
  draft: text,
  imported: z.exactOptional(imported),
  model: name,
  fields: z.exactOptional(text.check(z.refine((json) => requestFieldsFault(json) === undefined, FIELDS_RULE))),
  price: z.exactOptional(price),
  maxTokens: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  cache: z.object({
    enabled: z.boolean(),
    markDynamic: z.boolean(),
    markLastUserBlock: z.boolean(),
    sendScope: z.boolean(),
    automatic: z.exactOptional(z.boolean()),
    marks: z.record(name, ttl),
  }),
  backend: name,
});
