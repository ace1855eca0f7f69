/** Every expected outcome that is not success has one of these codes; the interface shows the message beside its place. */
export type FailureCode =
  | 'document-invalid'
  | 'document-newer'
  | 'link-broken'
  | 'link-too-large'
  | 'link-newer'
  | 'import-invalid'
  | 'template-invalid'
  | 'schema-invalid'
  | 'request-invalid'
  | 'model-unknown'
  | 'backend-unknown'
  | 'backend-unreachable'
  | 'backend-refused-key'
  | 'backend-rate-limited'
  | 'backend-overloaded'
  | 'backend-rejected'
  | 'backend-failed'
  | 'stream-cut'
  | 'stopped'
  | 'summary-missing'
  | 'body-too-large'
  | 'host-refused'
  | 'address-refused'
  | 'configuration-invalid'
  | 'storage-failed'
  | 'count-failed';

/**
 * What happened (`message`), where (`place`, a path or a title) and what to do (`fix`), in words a person can act on. Titles may be
 * alike: what it is about is `subject`, a source's key (see prompt/block.ts) or a block's id, and `at` says where in that.
 */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly place?: string;
  readonly subject?: string;
  readonly at?: string;
  readonly fix?: string;
  /** How long to wait before trying again, in seconds, where the other side has said so. */
  readonly retryAfterSeconds?: number;
}

/** Words of others, that end as a sentence does: what to do can follow them. */
export const asSentence = (words: string): string => (/[.!?…]\s*$/.test(words) ? words : `${words}.`);

/** A programming fault: thrown, never returned. */
export class StrataError extends Error {
  override readonly name = 'StrataError';
}
