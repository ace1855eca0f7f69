import type { MemorySettings } from '@/lib/memory/memory-file.ts';
import type { PromptInput } from './prompt-input.ts';

/** The directories and sources that memory discovery works with, under the document's environment and flags. */
export function memorySettings(input: Pick<PromptInput, 'environment' | 'memorySources' | 'flags'>): MemorySettings {
  const { environment, memorySources, flags } = input;
  return {
    workingDirectory: environment.workingDirectory,
    home: environment.home,
    addedDirectories: environment.additionalDirectories,
    userSettings: memorySources.userSettings,
    projectSettings: memorySources.projectSettings,
    localSettings: memorySources.localSettings,
    autoMemory: environment.autoMemory,
    autoMemoryDirectory: environment.memoryDirectory,
    teamMemory: environment.autoMemory && flags.TEAMMEM,
    teamMemoryDirectory: environment.teamMemoryDirectory,
    approvedExternalIncludes: memorySources.approvedExternalIncludes,
    filesInPlay: memorySources.filesInPlay,
    bare: flags.bare_mode,
  };
}
