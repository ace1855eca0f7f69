import type { ToolPermission } from '@/lib/prompt/tool.ts';

/** The permissions of a tool; the description says what was decided, so a change of it re-writes the cache behind the tool. */
export const PERMISSIONS: readonly { readonly value: ToolPermission | 'unsaid'; readonly label: string }[] = [
  { value: 'unsaid', label: 'Not said' },
  { value: 'allowed', label: 'Allowed: runs without a question' },
  { value: 'asked', label: 'Asked: the user decides each time' },
  { value: 'denied', label: 'Denied: not sent' },
];
