'use client';

import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { useWorkbench } from './workbench-context.tsx';

/** What happened that has no place of its own on the screen; each stays until it is dismissed. */
export function Announcements() {
  const announcements = useWorkbench((state) => state.announcements);
  const dismiss = useWorkbench((state) => state.dismiss);
  if (announcements.length === 0) return null;
  return (
    <div className="fixed inset-x-3 bottom-3 z-30 mx-auto flex max-w-xl flex-col gap-2 max-sm:bottom-16">
      {announcements.map(({ id, tone, message, fix }) => (
        <Notice
          key={id}
          tone={tone}
          className="bg-panel shadow-float"
          actions={
            <Button size="sm" onClick={() => dismiss(id)}>
              Dismiss
            </Button>
          }
        >
          {message} {fix}
        </Notice>
      ))}
    </div>
  );
}
