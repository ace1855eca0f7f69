const STATES = {
  read: 'solid-read',
  creation: 'hatch-creation [--hatch:2px]',
  uncached: 'outline-uncached [--outline:2px]',
} as const;

/** A cache state's key: a solid, a hatch or an outline, so shape says it as well as colour. Its name stands beside it. */
export function Swatch({ state, className = '' }: { state: keyof typeof STATES; className?: string }) {
  return (
    <span aria-hidden="true" className={`inline-block size-2.5 shrink-0 rounded-[3px] ${STATES[state]} ${className}`} />
  );
}
