import type { Document } from '@/lib/document/document.ts';
import { changeSettings } from '@/lib/document/edit-settings.ts';
import type { AnalysedBlock } from '@/lib/store/analysis/analysis.ts';

/** What a person can say of a block's mark; `ruled` leaves it to the rules. */
export type MarkChoice = 'ruled' | 'none' | '5m' | '1h';

export const markChoice = ({ cache }: Document, blockId: string): MarkChoice => cache.marks[blockId] ?? 'ruled';

/** The choices by name; what the rules come to is known only while they are chosen. */
export function markOptions(
  { id, breakpoint }: AnalysedBlock,
  document: Document,
): { value: MarkChoice; label: string }[] {
  const isRuled = markChoice(document, id) === 'ruled';
  const byWhom = breakpoint?.by === 'automatic' ? 'Automatic caching' : 'By the rules';
  return [
    { value: 'ruled', label: isRuled ? `${byWhom} (${breakpoint?.ttl ?? 'none'})` : 'By the rules' },
    { value: 'none', label: 'None' },
    { value: '5m', label: '5m' },
    { value: '1h', label: '1h' },
  ];
}

/** Writes a choice; leaving it to the rules leaves no trace. */
export function chooseMark(document: Document, blockId: string, choice: MarkChoice): Document {
  const { [blockId]: _, ...rest } = document.cache.marks;
  const marks = choice === 'ruled' ? rest : { ...rest, [blockId]: choice };
  return changeSettings(document, 'cache', { marks });
}
