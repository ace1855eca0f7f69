import type { Tool } from '@/lib/prompt/tool.ts';
import { inputSchema, z } from './input-schema.ts';

const KEY = z
  .string()
  .regex(/^[A-Z]+-[0-9]+$/)
  .describe('Key of the issue, such as "TIDE-214"');

/** The tools of the MCP server `tracker`, all switched off at first. */
export const MCP_TOOLS: readonly Tool[] = [
  {
    id: 'tracker-search-issues',
    name: 'search_issues',
    server: 'tracker',
    enabled: false,
    deferrable: true,
    description:
      'Searches issues by free text and filters (status:, label:, assignee:, updated:). Returns up to 20 issues a page, each with key, title, status, assignee and the first 200 characters of its description, the best match first.',
    inputSchema: inputSchema(
      z.strictObject({
        query: z.string().describe('Free text and filters, such as "rounding label:bug status:ready"'),
        project: z.string().optional().describe('Search only in this project, such as "TIDE"'),
        sort: z
          .enum(['relevance', 'updated', 'created'])
          .default('relevance')
          .describe('Order of the results; dates run from the newest to the oldest'),
        page: z.int().min(1).default(1).describe('Number of the page to return'),
      }),
    ),
  },
  {
    id: 'tracker-get-issue',
    name: 'get_issue',
    server: 'tracker',
    enabled: false,
    deferrable: true,
    description:
      'Returns one issue in full: description, status, labels, assignee, linked pull requests and, on request, its comments from the oldest to the newest.',
    inputSchema: inputSchema(
      z.strictObject({
        key: KEY,
        include_comments: z.boolean().default(true).describe('Whether to return the comments as well'),
      }),
    ),
  },
  {
    id: 'tracker-add-comment',
    name: 'add_comment',
    server: 'tracker',
    enabled: false,
    deferrable: true,
    description:
      'Adds a comment to an issue in the name of the user. Everyone who watches the issue is notified, and a comment cannot be withdrawn. Returns the address of the comment.',
    inputSchema: inputSchema(
      z.strictObject({ key: KEY, body: z.string().max(10000).describe('Text of the comment in Markdown') }),
    ),
  },
];
