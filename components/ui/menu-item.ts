import type { IconName } from './icon.tsx';

/** One action in a menu. */
export type MenuItem = {
  id: string;
  label: string;
  onSelect: () => void;
  icon?: IconName | undefined;
  shortcut?: string | undefined;
  disabled?: boolean | undefined;
  /** Draws a line above the item. */
  separated?: boolean | undefined;
  /** For items that show at some widths only. */
  className?: string | undefined;
};
