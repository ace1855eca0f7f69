const format = new Intl.NumberFormat('en-US');

/** Tokens that a flag adds while on, with a sign; "…" while they are not known. */
export function describeEffect(tokens: number | undefined): { short: string; long: string } {
  if (tokens === undefined) return { short: '…', long: 'Being counted' };
  if (tokens === 0) return { short: '±0', long: 'Adds no tokens to this request' };
  const amount = format.format(Math.abs(tokens));
  const unit = Math.abs(tokens) === 1 ? 'token' : 'tokens';
  return tokens > 0
    ? { short: `+${amount}`, long: `Adds about ${amount} ${unit} while on, everything else as it is` }
    : { short: `−${amount}`, long: `Takes away about ${amount} ${unit} while on, everything else as it is` };
}
