const PATHS = {
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5H9a4 4 0 0 1 0 8H6.5',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5H7a4 4 0 0 0 0 8h2.5',
  plus: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  link: 'M7 9a3 3 0 0 0 4.2 0l2-2A3 3 0 0 0 9 2.8L8 3.7M9 7a3 3 0 0 0-4.2 0l-2 2A3 3 0 0 0 7 13.2l1-.9',
  warning: 'M8 2 1.5 13.5h13zM8 6.5v3.2M8 11.6v.2',
  info: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 7.2v4M8 4.8V5',
  check: 'M3 8.5 6.5 12 13 4.5',
  stop: 'M4 4h8v8H4z',
  file: 'M3.5 1.75h6l3 3v9.5h-9zM9.5 1.75v3h3',
  folder: 'M1.75 12.75v-9.5h4l1.5 2h7v7.5z',
  dots: 'M3 8v.01M8 8v.01M13 8v.01',
} as const;

export type IconName = keyof typeof PATHS;

/** A 16-unit line drawing in the text's colour. Decorative: the control around it carries the name. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'dots' ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
