const MINUTE = 60_000;

/** How far the emulator's clock is ahead, in words. */
export function describeAhead(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes === 0) return 'clock as it is';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${[hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')} ahead`;
}
