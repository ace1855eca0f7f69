/** Where the static part ends. `note`: why no block ends here. */
export function BoundaryLine({ note }: { note: string | undefined }) {
  return (
    <div className="flex items-center gap-2 py-2 pl-3.5 text-xs @md:pl-5">
      <span className="rounded bg-ink px-2 py-px text-paper">cache boundary</span>
      {note && <span className="text-ink-2">{note}</span>}
      <span className="h-px flex-1 bg-[repeating-linear-gradient(90deg,var(--color-line-strong)_0_6px,transparent_6px_10px)]" />
    </div>
  );
}
