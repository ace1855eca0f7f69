import type { Document } from '@/lib/document/document.ts';
import type { AnalysedBlock } from '@/lib/store/analysis/analysis.ts';

/** What a person can say of a block's mark; `automatic` leaves it to the rules. */
export type MarkChoice = 'automatic' | 'none' | '5m' | '1h';

export const markChoice = ({ cache }: Document, blockId: string): MarkChoice => cache.marks[blockId] ?? 'automatic';

/** The choices by name; what automatic comes to is known only while it is chosen. */
export function markOptions(
  { id, breakpoint }: AnalysedBlock,
  document: Document,
): { value: MarkChoice; label: string }[] {
  const isAutomatic = markChoice(document, id) === 'automatic';
  return [
    { value: 'automatic', label: isAutomatic ? `Automatic (${breakpoint?.ttl ?? 'none'})` : 'Automatic' },
    { value: 'none', label: 'None' },
    { value: '5m', label: '5m' },
    { value: '1h', label: '1h' },
  ];
}

/** Writes a choice; automatic leaves no trace. */
export function chooseMark(document: Document, blockId: string, choice: MarkChoice): Document {
  const { [blockId]: _, ...rest } = document.cache.marks;
  const marks = choice === 'automatic' ? rest : { ...rest, [blockId]: choice };
  return { ...document, cache: { ...document.cache, marks } };
}
