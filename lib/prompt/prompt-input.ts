import type { VirtualFile } from '@/lib/memory/memory-file.ts';
import type { PromptId } from './block.ts';
import type { Environment } from './context.ts';
import type { FlagValues } from './flag.ts';
import type { ImportedRequest } from './imported-request.ts';
import type { Section } from './section.ts';
import type { McpServer, Tool } from './tool.ts';
import type { TurnBlock } from './turn-block.ts';

/** A snapshot of the repository, as a person pastes it from git; each field may be empty. */
export interface GitStatus {
  readonly branch: string;
  readonly mainBranch: string;
  readonly user: string;
  readonly status: string;
  /** The last commits, one a line. */
  readonly log: string;
}

/** A whole-prompt text that may replace or follow the default one (see select-prompt.ts). */
export interface PromptText {
  readonly enabled: boolean;
  readonly text: string;
}

/** A message of the conversation. Most are one text; `blocks`, where there are any, are the content instead of it. */
export interface Turn {
  readonly id: string;
  /** `system`: a message of the client between the turns, which newer models take. */
  readonly role: 'user' | 'assistant' | 'system';
  readonly text: string;
  readonly blocks?: readonly TurnBlock[];
  /** The message as it was imported, as JSON text with an empty content: the order of its fields, and text or list. */
  readonly wire?: string;
}

/** How the client that is imitated names itself in the attribution header and the identity line. */
export interface Client {
  readonly version: string;
  readonly entrypoint: 'cli' | 'sdk' | 'unknown';
}

export interface MemorySources {
  readonly userSettings: boolean;
  readonly projectSettings: boolean;
  readonly localSettings: boolean;
  readonly approvedExternalIncludes: readonly string[];
  readonly filesInPlay: readonly string[];
}

/** Everything a prompt is assembled from. Regions: the first `boundary` sections are static, the rest dynamic. */
export interface PromptInput {
  readonly sections: readonly Section[];
  readonly boundary: number;
  readonly flags: FlagValues;
  readonly environment: Environment;
  readonly prompts: Readonly<Record<PromptId, PromptText>>;
  readonly tools: readonly Tool[];
  readonly mcpServers: readonly McpServer[];
  readonly memoryFiles: readonly VirtualFile[];
  readonly memorySources: MemorySources;
  readonly gitStatus: GitStatus;
  readonly client: Client;
  /** `current`: dynamic sections and git status go among the messages, as newer clients send them; absent: the classic layout. */
  readonly layout?: 'current';
  readonly conversation: readonly Turn[];
  readonly draft: string;
  /** Set for an imported request: its own layout applies, and nothing that a client adds is added. */
  readonly imported?: ImportedRequest;
}

/** The model as the prompt mentions it. */
export interface PromptModel {
  readonly id: string;
  readonly name: string;
  readonly structuredOutputs: boolean;
}
