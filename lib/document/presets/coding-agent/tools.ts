import type { Tool } from '@/lib/prompt/tool.ts';
import { AGENT, ASK_USER, SKILL, TODO_WRITE } from './delegation-tools.ts';
import { EDIT, NOTEBOOK_EDIT, READ, WRITE } from './file-tools.ts';
import { GLOB, GREP } from './search-tools.ts';
import { BASH, SLEEP, TASK_OUTPUT } from './shell-tools.ts';
import { WEB_FETCH, WEB_SEARCH } from './web-tools.ts';

export { MCP_TOOLS } from './tracker-tools.ts';

/** The built-in tools in the order in which they are sent. */
export const TOOLS: readonly Tool[] = [
  READ,
  EDIT,
  WRITE,
  GLOB,
  GREP,
  BASH,
  AGENT,
  TODO_WRITE,
  WEB_FETCH,
  WEB_SEARCH,
  NOTEBOOK_EDIT,
  TASK_OUTPUT,
  SLEEP,
  SKILL,
  ASK_USER,
];
