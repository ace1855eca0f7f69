import type { Tool } from '@/lib/prompt/tool.ts';
import { inputSchema, z } from './input-schema.ts';

/** Finds files by name. */
export const GLOB: Tool = {
  id: 'glob',
  name: 'Glob',
  enabled: true,
  strict: true,
  description: `Lists files whose path fits a pattern. Paths are absolute, and what was changed last comes first, which is often what you are after.

- \`*\` stands for any characters within a name, \`**\` for any number of directories, \`{a,b}\` for alternatives: \`src/**/*.test.ts\`, \`**/{package,tsconfig}.json\`.
- What Git ignores is passed over, unless the pattern names the ignored directory itself, as in \`node_modules/zod/package.json\`.
- The list ends after 200 paths and says so. A list of that length means that the pattern is too wide.
- If a name is uncertain, try its likely spellings at once, one call for each. If it is the contents that you know, use Grep.`,
  inputSchema: inputSchema(
    z.strictObject({
      pattern: z.string().describe('Pattern that the path, relative to the directory searched, must match'),
      path: z
        .string()
        .optional()
        .describe('Absolute path of the directory to search. Leave it out for the working directory'),
    }),
  ),
};

/** Finds text in files. */
export const GREP: Tool = {
  id: 'grep',
  name: 'Grep',
  enabled: true,
  description: `Searches the contents of files by regular expression. It runs ripgrep with the user's permissions for files and with bounds on the size of the answer; a \`grep\` in Bash has neither.

- \`pattern\` follows the syntax of Rust's regex crate, without look-around. Put a backslash before brackets, dots and the like when you mean the character itself: \`readConfig(\`, \`stations[0]\`.
- \`output_mode\` decides what you learn. \`files_with_matches\` (the default) gives the places to look at, \`content\` gives the lines, and \`count\` gives an idea of how big a change would be.
- Narrow a common word by language (\`type\`), by path (\`glob\`) or by directory (\`path\`). Of these, \`type\` is the fastest.
- Matching goes line by line. With \`multiline\` it runs over the whole text, as in \`catch (w+) {s*}\` for empty handlers.
- Answers are limited by \`head_limit\`; \`offset\` goes on from there. If you find yourself paging, the pattern is too general.
- No match means no match for this spelling. Before you report that something does not exist, vary the word, drop its ending, ignore case.`,
  inputSchema: inputSchema(
    z.strictObject({
      pattern: z.string().describe('Regular expression to look for'),
      path: z
        .string()
        .optional()
        .describe('Absolute path of a file or directory to search. Leave it out for the working directory'),
      glob: z
        .string()
        .optional()
        .describe('Search only in files whose path matches, such as "*.{ts,tsx}" or "!dist/**"'),
      type: z
        .string()
        .optional()
        .describe('Search only in files of a language known to ripgrep, such as "ts", "py", "rust"'),
      output_mode: z
        .enum(['files_with_matches', 'content', 'count'])
        .default('files_with_matches')
        .describe('Whether to return paths, matching lines, or the number of matches per file'),
      context: z.int().min(0).optional().describe('With "content": how many lines to show before and after each match'),
      before: z.int().min(0).optional().describe('With "content": lines to show before each match only'),
      after: z.int().min(0).optional().describe('With "content": lines to show after each match only'),
      line_numbers: z.boolean().default(true).describe('With "content": whether lines carry their numbers'),
      ignore_case: z.boolean().default(false).describe('Whether upper and lower case are the same'),
      multiline: z
        .boolean()
        .default(false)
        .describe('Whether a match may run over line breaks, and the dot stands for a line break as well'),
      head_limit: z
        .int()
        .min(1)
        .max(2000)
        .default(200)
        .describe('Return no more than this many lines, paths or counts'),
      offset: z.int().min(0).default(0).describe('Skip this many entries first'),
    }),
  ),
};
