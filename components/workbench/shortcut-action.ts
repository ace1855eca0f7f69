import { historyStep } from '@/components/editor/history-step.ts';

type Chord = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>;

/** What a key of the workbench does. */
export type ShortcutAction = 'send' | 'undo' | 'redo' | 'palette' | 'shortcuts';

/** The place where a key went down, as far as it matters: the part of the DOM's `Element` that tells. */
export type KeyPlace = Pick<Element, 'closest'> | undefined;

/** Over the page, or half typed and not yet part of the document. */
const ASIDE = '[role="dialog"], [data-draft]';
/** Fields of the page that are no part of the document. */
const OWN_UNDO = `${ASIDE}, input[type="password"], input[type="search"]`;
const TYPING = 'input, textarea, select, [contenteditable="true"]';

/** Which of the workbench's keys a chord is where it went down; `undefined`: none, the browser has it. */
export function shortcutAction(chord: Chord, place: KeyPlace): ShortcutAction | undefined {
  const { key, metaKey, ctrlKey, altKey } = chord;
  const isIn = (selector: string) => place?.closest(selector) != null;
  const step = historyStep(chord);
  if (step) return isIn(OWN_UNDO) ? undefined : step;
  if (altKey) return undefined;
  if (!metaKey && !ctrlKey) return key === '?' && !isIn(TYPING) ? 'shortcuts' : undefined;
  if (key === 'Enter') return isIn(ASIDE) ? undefined : 'send';
  return key.toLowerCase() === 'k' ? 'palette' : undefined;
}
