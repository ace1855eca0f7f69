import type { FlagValues } from './flag.ts';

/** What a person says of the machine and session that the prompt describes. Paths are absolute POSIX paths. */
export interface Environment {
  readonly workingDirectory: string;
  readonly home: string;
  readonly additionalDirectories: readonly string[];
  readonly isGitRepository: boolean;
  readonly platform: string;
  readonly shell: string;
  readonly osVersion: string;
  readonly knowledgeCutoff: string;
  /** YYYY-MM-DD: a request is assembled from its document alone, so the date is part of it. */
  readonly today: string;
  readonly language: string;
  readonly outputStyle: OutputStyle;
  readonly scratchpadDirectory: string;
  readonly memoryDirectory: string;
  readonly teamMemoryDirectory: string;
  readonly autoMemory: boolean;
  /** `ant_model_override`: text that may apply with USER_TYPE=ant. */
  readonly modelOverride: string;
  readonly tokenBudget: string;
}

export interface OutputStyle {
  readonly name: string;
  readonly prompt: string;
  readonly keepCodingInstructions: boolean;
}

/**
 * The names that a section's template and gates may use. Lists are walked by `{{#list}}…{{/list}}`, where `{{name}}` is looked up
 * in the item first.
 */
export interface PromptContext {
  readonly flags: FlagValues;
  readonly env: {
    readonly workingDirectory: string;
    readonly home: string;
    /** Items have `path`. */
    readonly additionalDirectories: readonly { readonly path: string }[];
    readonly isGitRepository: boolean;
    readonly platform: string;
    readonly shell: string;
    readonly osVersion: string;
    readonly modelName: string;
    readonly modelId: string;
    readonly knowledgeCutoff: string;
    readonly today: string;
  };
  /** By tool name: is it enabled? The built-in tools' names and those of the document's tools are known. */
  readonly tools: Readonly<Record<string, boolean>>;
  readonly language: string;
  readonly outputStyle: { readonly name: string; readonly prompt: string };
  /** Coding guidance applies: no output style, or one that keeps it. */
  readonly codingInstructions: boolean;
  /** The default prompt applies (not the autonomous one). */
  readonly interactive: boolean;
  /** The autonomous prompt applies. */
  readonly proactive: boolean;
  /** At most one of `personal`, `team`, `dailyLog` is true; none while auto memory is off. */
  readonly memory: {
    readonly enabled: boolean;
    readonly directory: string;
    readonly teamDirectory: string;
    readonly personal: boolean;
    readonly team: boolean;
    readonly dailyLog: boolean;
  };
  /** Servers connected, with instructions; empty while mcp_instructions_delta is on. */
  readonly mcp: { readonly servers: readonly { readonly name: string; readonly instructions: string }[] };
  readonly scratchpad: { readonly directory: string };
  readonly modelOverride: string;
  readonly tokenBudget: string;
}
