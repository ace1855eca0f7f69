import type { PromptContext } from './context.ts';
import type { PromptInput, PromptModel } from './prompt-input.ts';
import { BUILT_IN_TOOLS } from './tool.ts';

/** The names that templates and gates may use, for one document and model. */
export function promptContext(input: PromptInput, model: PromptModel): PromptContext {
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
    .filter((server) => server.connected && server.instructions !== '')
    .map(({ name, instructions }) => ({ name, instructions }));
}
