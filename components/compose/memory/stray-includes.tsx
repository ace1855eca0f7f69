'use client';

import { GroupHeading } from '@/components/compose/rows/group-heading.tsx';
import { RowLine } from '@/components/compose/rows/row-line.tsx';
import { Button } from '@/components/ui/button.tsx';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { SkippedMemoryFile } from '@/lib/memory/memory-file.ts';
import type { MemoryActions } from './memory-actions.ts';

type StrayIncludesProps = { strays: readonly SkippedMemoryFile[]; actions: MemoryActions };

/** Includes that lead to no file, or round in a circle, each with the file that asks for it. */
export function StrayIncludes({ strays, actions }: StrayIncludesProps) {
  const select = useWorkbench((state) => state.select);
  if (strays.length === 0) return null;
  return (
    <div className="pb-2">
      <GroupHeading title="Includes that are not followed" />
      <ul aria-label="Includes that are not followed">
        {strays.map(({ path, cause, reason, includedBy = '' }) => (
          <li key={`${path} ${includedBy} ${cause}`}>
            <RowLine tone="warning">
              <p className="text-sm">{path}</p>
              <p className="text-ink-2">{reason}</p>
              <div className="mt-1 flex flex-wrap gap-2">
                <Button size="sm" onClick={() => select({ type: 'memory-file', path: includedBy }, 'edit')}>
                  <span className="max-w-56 truncate">Open {includedBy}</span>
                </Button>
                {cause === 'include-missing' && (
                  <Button size="sm" icon="plus" aria-label={`Create ${path}`} onClick={() => actions.add(path)}>
                    Create it
                  </Button>
                )}
              </div>
            </RowLine>
          </li>
        ))}
      </ul>
    </div>
  );
}
