/** A file of the virtual tree, by absolute POSIX path; `text` is its whole content. */
export interface VirtualFile {
  readonly path: string;
  readonly text: string;
}

/** Where a memory file was found, which decides what the model is told of it. */
export type MemoryKind = 'managed' | 'user' | 'project' | 'local' | 'auto' | 'team';

/** Which sources are read, and where from. Directories are absolute POSIX paths. */
export interface MemorySettings {
  readonly workingDirectory: string;
  readonly home: string;
  readonly addedDirectories: readonly string[];
  readonly userSettings: boolean;
  readonly projectSettings: boolean;
  readonly localSettings: boolean;
  readonly autoMemory: boolean;
  /** Where auto memory keeps its `MEMORY.md`; empty when there is no such place. */
  readonly autoMemoryDirectory: string;
  readonly teamMemory: boolean;
  /** Where the team's memory keeps its `MEMORY.md`; empty when there is no such place. */
  readonly teamMemoryDirectory: string;
  /** Files, or directories with all they hold, outside the working directory that Project and Local files may include. */
  readonly approvedExternalIncludes: readonly string[];
  /** Paths of the files in play, for rules with `paths:` front matter. */
  readonly filesInPlay: readonly string[];
  /** Bare mode: no discovery but for the added directories. */
  readonly bare: boolean;
}

/** A file that enters the request: `text` is what is sent (comments stripped, cut at the limits, the cut's warning appended). */
export interface LoadedMemoryFile {
  readonly path: string;
  readonly kind: MemoryKind;
  readonly text: string;
  /** The file that includes it, when it came by `@include`. */
  readonly includedBy?: string;
  /** Why it is loaded, for a person. */
  readonly reason: string;
  readonly warnings: readonly string[];
}

/** A file or include that is left out, with the rule that left it out. */
export interface SkippedMemoryFile {
  readonly path: string;
  readonly cause:
    | 'not-discovered'
    | 'source-off'
    | 'paths-do-not-match'
    | 'include-missing'
    | 'include-binary'
    | 'include-external'
    | 'include-too-deep'
    | 'include-cycle'
    | 'empty'
    | 'bare';
  readonly reason: string;
  readonly includedBy?: string;
}

export interface MemoryDiscovery {
  readonly loaded: readonly LoadedMemoryFile[];
  readonly skipped: readonly SkippedMemoryFile[];
}
