import type { DocumentFinding } from '@/lib/store/lint/lint-document.ts';

/** How much was found, in a few words. */
export function describeFindings(findings: readonly DocumentFinding[] | undefined): string {
  if (!findings) return '';
  if (findings.length === 0) return 'nothing found';
  return findings.length === 1 ? '1 finding' : `${findings.length} findings`;
}
