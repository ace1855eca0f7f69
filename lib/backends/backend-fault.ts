import type { Failure } from '@/lib/errors.ts';

/** A failure on its way through code that is not ours (the SDK, `fetch`); the backend tells `failure` as it is, but for keys. */
export class BackendFault extends Error {
  override readonly name = 'BackendFault';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}
