'use client';

import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { useEdit, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { keepReply } from '@/lib/document/keep-reply.ts';
import { isRunning, type Run, replyContent } from '@/lib/store/run.ts';
import { describeBlocks } from './describe-reply.ts';
import { timings } from './timings.ts';

/** The reply as it streams in, its timings, and what went wrong if something did. */
export function Reply({ run }: { run: Run }) {
  const edit = useEdit();
  const name = useWorkbench(({ backends }) => backends.find(({ id }) => id === run.backend)?.name ?? run.backend);
  const content = replyContent(run);
  const keep = async () => {
    const { readBlock } = await import('@/lib/import/read-block.ts');
    const blocks = content?.map((block, index) => readBlock({ ...block }, `block-${index + 1}`));
    const sent = run.request.messages.findLast(({ role }) => role === 'user');
    edit('Keep reply as turn', (document) => keepReply(document, sent, blocks ?? run.text, run.id));
  };
  return (
    <section aria-label="Reply" className="mt-3 border-t border-line pt-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-2 text-sm text-ink-3">
        <h4>
          Reply {run.number} · {name}
        </h4>
        <span className="num text-xs">{timings(run)}</span>
      </div>
      <div
        role="log"
        aria-label="Reply text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
        tabIndex={0}
        className="focus-inset mt-1 flex max-h-72 flex-col-reverse overflow-y-auto text-ink-2"
      >
        {/* Reversed, it stays at the end of what streams in, unless someone scrolls up. */}
        <div className="wrap-anywhere whitespace-pre-wrap">
          {run.text}
          {isRunning(run) && <span className="text-ink-3">{run.status === 'waiting' ? 'Waiting …' : ' …'}</span>}
        </div>
      </div>
      {run.failure && (
        <Notice tone={run.status === 'stopped' ? 'info' : 'error'} className="mt-2">
          {run.failure.message} {run.failure.fix}
        </Notice>
      )}
      {run.blocks && <p className="mt-1 text-xs text-ink-3">{describeBlocks(run.blocks)}</p>}
      {run.status === 'done' && (run.text !== '' || content) && !run.compaction && (
        <Button size="sm" className="mt-1.5" onClick={() => void keep()}>
          Keep as turn
        </Button>
      )}
    </section>
  );
}
