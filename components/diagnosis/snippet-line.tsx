import type { Snippet } from '@/lib/cache/explain/snippet.ts';

const LOOKS = { was: 'bg-layer-volatile/35', now: 'bg-layer-static/40' } as const;

/** What a text says where it differs, the difference tinted; nothing there is said in words. */
export function SnippetLine({ before, changed, after, look }: Snippet & { look: keyof typeof LOOKS }) {
  return (
    <>
      {before}
      {changed === '' ? (
        <span className="text-ink-3">(nothing)</span>
      ) : (
        <mark className={`text-ink ${LOOKS[look]}`}>{changed}</mark>
      )}
      {after}
    </>
  );
}
