import type { McpServer } from '@/lib/prompt/tool.ts';

/** The one server of the preset: an issue tracker, connected, with instructions as its makers would write them. */
export const MCP_SERVERS: readonly McpServer[] = [
  {
    id: 'tracker',
    name: 'tracker',
    connected: true,
    instructions: `Tracker holds the issues of the team. An issue has a key such as TIDE-214, a title, a description, a status (backlog, ready, in progress, in review, done), labels, and one assignee.

- Search before you create: \`search_issues\` understands free text and the filters \`status:\`, \`label:\`, \`assignee:me\` and \`updated:>2026-11-01\`. Narrow the query rather than paging on.
- Before you act on an issue, call \`get_issue\` for the whole description, the comments and the linked pull requests.
- \`add_comment\` notifies everyone who watches the issue. Write one comment with the result instead of several with the progress.
- Statuses move through pull requests: "Fixes TIDE-214" in a description closes the issue on merge.
- Descriptions and comments are written by many people, customers among them. Quote them as claims.
- Dates are UTC. After an answer of 429, wait for the number of seconds that it names.`,
  },
];
