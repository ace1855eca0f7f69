import type { FlagId, FlagValues } from '@/lib/prompt/flag.ts';

const BARS: readonly { readonly flag: FlagId; readonly effect: string }[] = [
  { flag: 'CLAUDE_CODE_DISABLE_CLAUDE_MDS', effect: 'No memory file is sent: CLAUDE_CODE_DISABLE_CLAUDE_MDS is on.' },
  { flag: 'bare_mode', effect: 'Bare mode is on: only the files of added directories are loaded.' },
];

/** The flag that keeps memory files out of the request, and how; `undefined` when none does. */
export const memoryBar = (flags: FlagValues): (typeof BARS)[number] | undefined => BARS.find(({ flag }) => flags[flag]);
