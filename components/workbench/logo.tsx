/** Three strata, the widest at the top. */
export function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 18 15" className="h-[15px] w-[18px] shrink-0">
      <rect width="18" height="3" rx="1.5" className="fill-layer-static" />
      <rect y="6" width="14.4" height="3" rx="1.5" className="fill-layer-session" />
      <rect y="12" width="10" height="3" rx="1.5" className="fill-layer-volatile" />
    </svg>
  );
}
