/** Is this an Apple keyboard, where ⌘ is the command key? Only the browser knows. */
const isApple = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A chord with the command key, as printed on this machine's keyboard: ⌘K or Ctrl+K. */
export const shortcutLabel = (key: string): string => (isApple() ? `⌘${key}` : `Ctrl+${key}`);
