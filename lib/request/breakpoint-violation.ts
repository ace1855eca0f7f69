/** An illegal choice of marks: `message` is the provider's own text where it is known, `path` the block to mend, `fix` what to do. */
export interface BreakpointViolation {
  readonly code: 'too-many' | 'ttl-order' | 'empty-text' | 'thinking' | 'automatic-ttl';
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}
