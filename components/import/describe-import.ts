import type { FoundRequest } from '@/lib/import/find-requests.ts';
import type { ReadFolder } from '@/lib/import/read-folder.ts';
import type { ReadRequest } from '@/lib/import/read-request.ts';
import type { GitStatus } from '@/lib/prompt/prompt-input.ts';

/** A line of a preview: what, and how much or which. */
export type Fact = readonly [label: string, value: string];

const number = (count: number): string => count.toLocaleString('en-US');
const count = (amount: number, noun: string): string => `${number(amount)} ${noun}${amount === 1 ? '' : 's'}`;

/** What was recognised in a request, line by line; what it does not have has no line. */
export function requestFacts({ document, system, reminders, marks, kept }: ReadRequest): Fact[] {
  const { sections, boundary, tools, mcpServers, memoryFiles, conversation, model } = document;
  const systemMessages = conversation.filter(({ role }) => role === 'system').length;
  const servers = mcpServers.length === 0 ? '' : `, ${count(mcpServers.length, 'MCP server')}`;
  const lead = [
    ...(system.includes('header') ? ['attribution header'] : []),
    ...(system.includes('identity') ? ['identity'] : []),
  ];
  const dynamic = sections.length - boundary;
  const facts: (Fact | false)[] = [
    ['Model', model],
    system.length > 0 && [
      'System prompt',
      `${count(system.length, 'block')}${lead.length > 0 ? `: ${lead.join(', ')}` : ''}`,
    ],
    system.length > 0 && ['Sections', `${boundary} static, ${dynamic} dynamic`],
    tools.length > 0 && ['Tools', `${count(tools.length, 'tool')}${servers}`],
    memoryFiles.length > 0 && ['Memory files', memoryFiles.map(({ path }) => path).join(', ')],
    reminders > 0 && ['Reminders', number(reminders)],
    [
      'Conversation',
      `${count(conversation.length, 'turn')}${systemMessages > 0 ? `, ${number(systemMessages)} of the system` : ''}`,
    ],
    ['Breakpoints', number(marks)],
    kept.length > 0 && ['Kept as they are', kept.join(', ')],
  ];
  return facts.filter((fact) => fact !== false);
}

/** What was found in a folder. */
export function folderFacts({ directory, isProject, files, seen, tooLarge }: ReadFolder): Fact[] {
  const facts: (Fact | false)[] = [
    [isProject ? 'Working directory' : 'Folder', directory],
    ['Memory files', `${number(files.length)} of ${count(seen, 'file')}`],
    tooLarge.length > 0 && ['Over 1 MB, left out', tooLarge.join(', ')],
  ];
  return facts.filter((fact) => fact !== false);
}

const GIT_LABELS: Readonly<Record<keyof GitStatus, string>> = {
  branch: 'Branch',
  mainBranch: 'Main branch',
  user: 'Git user',
  status: 'Status',
  log: 'Recent commits',
};

/** The fields that git output fills. */
export function gitFacts(git: Partial<GitStatus>): Fact[] {
  const fields = Object.entries(git) as [keyof GitStatus, string][];
  return fields.map(([field, text]): Fact => {
    const lines = text === '' ? 0 : text.split('\n').length;
    const isList = field === 'status' || field === 'log';
    return [GIT_LABELS[field], isList ? (lines === 0 ? '(clean)' : count(lines, 'line')) : text];
  });
}

/** A request of a capture in a line of a list. */
export function requestLabel({ model, messages, tools, opening, time }: FoundRequest, place: number): string {
  const when = time === undefined ? '' : ` · ${time.replace('T', ' ').replace(/\.\d+Z?$|Z$/, '')}`;
  const words = opening === '' ? '' : ` · ${opening.slice(0, 80)}`;
  return `${place}${when} · ${model} · ${count(messages, 'message')}, ${count(tools, 'tool')}${words}`;
}
