import { EmptyState } from '@/components/ui/empty-state.tsx';

/** What the prompt says of the machine, the session and the conversation. */
export function ContextTab() {
  return (
    <EmptyState title="Context">What the prompt says of the machine, the session and the conversation.</EmptyState>
  );
}
