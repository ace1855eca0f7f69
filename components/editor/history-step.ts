type Chord = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>;

/** Does a key go a step through the history? ⌘Z back, ⇧⌘Z and ⌘Y forth. */
export function historyStep({ key, metaKey, ctrlKey, shiftKey, altKey }: Chord): 'undo' | 'redo' | undefined {
  if (!(metaKey || ctrlKey) || altKey) return undefined;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : undefined;
}
