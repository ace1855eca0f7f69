import { failed, type Result } from '@/lib/result.ts';

const UNCHANGED = 'Your current work is unchanged.';

export function linkBroken(message = 'The link is damaged or was cut off.', place?: string): Result<never> {
  const fix = `Copy the whole link again, or ask its sender for a new one. ${UNCHANGED}`;
  return failed({ code: 'link-broken', message, fix, ...(place && { place }) });
}

export function linkTooLarge(reason: string): Result<never> {
  const fix = `Ask its sender for a smaller document. ${UNCHANGED}`;
  return failed({ code: 'link-too-large', message: `The link is too large. ${reason}`, fix });
}

export function linkNewer(reason: string): Result<never> {
  const fix = `Reload the page to get the newest version, or open the link where it was made. ${UNCHANGED}`;
  return failed({ code: 'link-newer', message: `The link was made by a newer Strata. ${reason}`, fix });
}
