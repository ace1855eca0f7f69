'use client';

import { revealCharacter } from '@/components/editor/reveal-character.ts';
import { Button } from '@/components/ui/button.tsx';
import { useServices, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { DifferencePlace } from '@/lib/cache/explain/diagnosis.ts';
import type { OriginDifference } from '@/lib/request/block-origin.ts';
import { sourceText } from '@/lib/store/diagnosis/source-text.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';

/** Opens the section, file or tool that differs, at the character that does. */
export function ShowPlace({ origin, place }: { origin: OriginDifference; place: DifferencePlace }) {
  const { store } = useServices();
  const select = useWorkbench((state) => state.select);
  const found = useWorkbench((state) => sourceText(currentDocument(state), origin.span.source) !== undefined);
  if (!found) return null;
  const show = () => {
    const opened = sourceText(currentDocument(store.getState()), origin.span.source);
    if (!opened) return;
    select(opened.selection, 'edit');
    revealCharacter(opened.characterOf(place.now, origin.character));
  };
  return (
    <Button size="sm" onClick={show}>
      Show {origin.span.title}
    </Button>
  );
}
