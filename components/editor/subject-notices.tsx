'use client';

import { memo } from 'react';
import { Notice } from '@/components/ui/notice.tsx';
import { useAnalysis, useSame } from '@/components/workbench/workbench-context.tsx';
import type { Selection } from '@/lib/store/selection.ts';
import { subjectFaults } from './subject-faults.ts';

/** What is wrong with what is open; the request goes on without it. */
export const SubjectNotices = memo(function SubjectNotices({ selection }: { selection: Selection }) {
  const faults = useAnalysis(useSame((analysis) => subjectFaults(analysis, selection)));
  if (!faults || faults.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 border-b border-line px-3.5 py-2.5 @md:px-5">
      {faults.map(({ where, message, fix }) => (
        <Notice key={`${where} ${message}`} tone="error" {...(where !== undefined && { title: where })}>
          {message} {fix}
        </Notice>
      ))}
    </div>
  );
});
