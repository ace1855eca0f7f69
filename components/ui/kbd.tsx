/** A key or a chord, as printed on the keyboard: ⌘K. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded border border-line bg-sunken px-1 font-mono text-xs whitespace-nowrap text-ink-3">
      {children}
    </kbd>
  );
}
