import type { PromptContext } from './context.ts';
import type { PromptInput, PromptModel } from './prompt-input.ts';
import { BUILT_IN_TOOLS } from './tool.ts';

type ContextInput = Pick<PromptInput, 'flags' | 'environment' | 'tools' | 'mcpServers'>;

interface Known {
  readonly input: ContextInput;
  readonly model: PromptModel;
  readonly context: PromptContext;
}

/** The last contexts of each flags object: an edit of a text leaves them all as they were. */
const known = new WeakMap<ContextInput['flags'], readonly Known[]>();
const MAX_KNOWN = 4;

/** The names that templates and gates may use, for one document and model; the same object for the same of both. */
export function promptContext(input: ContextInput, model: PromptModel): PromptContext {
  const others = known.get(input.flags) ?? [];
  const same = others.find((each) => isSame(each, input, model));
  if (same) return same.context;
  const context = newContext(input, model);
  known.set(input.flags, [{ input, model, context }, ...others.slice(0, MAX_KNOWN - 1)]);
  return context;
}

const isSame = ({ input, model }: Known, other: ContextInput, otherModel: PromptModel): boolean =>
  input.environment === other.environment &&
  input.tools === other.tools &&
  input.mcpServers === other.mcpServers &&
  model.id === otherModel.id &&
  model.name === otherModel.name;

function newContext(input: ContextInput, model: PromptModel): PromptContext {
  const { environment, flags } = input;
  const { outputStyle, autoMemory } = environment;
  const dailyLog = autoMemory && flags.KAIROS;
  const team = autoMemory && flags.TEAMMEM && !dailyLog;
  const announced = flags.mcp_instructions_delta;
  return {
    flags,
    env: {
      workingDirectory: environment.workingDirectory,
      home: environment.home,
      additionalDirectories: environment.additionalDirectories.map((path) => ({ path })),
      isGitRepository: environment.isGitRepository,
      platform: environment.platform,
      shell: environment.shell,
      osVersion: environment.osVersion,
      modelName: model.name,
      modelId: model.id,
      knowledgeCutoff: environment.knowledgeCutoff,
      today: environment.today,
    },
    tools: Object.fromEntries([
      ...BUILT_IN_TOOLS.map((name) => [name, false]),
      ...input.tools.map(({ name, enabled, permission }) => [name, enabled && permission !== 'denied']),
    ]),
    language: environment.language,
    outputStyle: { name: outputStyle.name, prompt: outputStyle.prompt },
    codingInstructions: outputStyle.name === '' || outputStyle.keepCodingInstructions,
    interactive: !flags.PROACTIVE,
    proactive: flags.PROACTIVE,
    memory: {
      enabled: autoMemory,
      directory: environment.memoryDirectory,
      teamDirectory: environment.teamMemoryDirectory,
      personal: autoMemory && !dailyLog && !team,
      team,
      dailyLog,
    },
    mcp: { servers: announced ? [] : connectedServers(input) },
    scratchpad: { directory: environment.scratchpadDirectory },
    modelOverride: environment.modelOverride,
    tokenBudget: environment.tokenBudget,
  };
}

/** The MCP servers that have something to say. */
export function connectedServers(input: Pick<PromptInput, 'mcpServers'>): { name: string; instructions: string }[] {
  return input.mcpServers
    .filter((server) => server.connected && server.instructions.trim() !== '')
    .map(({ name, instructions }) => ({ name, instructions }));
}
