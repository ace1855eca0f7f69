import type { Ttl } from './flatten-request.ts';

/** How marks are placed. `marks` are set by hand, by the id of a request block, and win over what the rules place. */
export interface CacheSettings {
  /** Off: no block gets any mark. */
  readonly enabled: boolean;
  /** Mark the dynamic block as well (`org` scope), so that it is cached for the session. */
  readonly markDynamic: boolean;
  /** Mark the last block of the last user message, so that the conversation so far is cached. */
  readonly markLastUserBlock: boolean;
  /** Send `scope: "global"` on the static block, to a backend that accepts the first-party beta; others never get it. */
  readonly sendScope: boolean;
  /** Send a top-level `cache_control`, with the lifetime of the rules' marks; absent is no. */
  readonly automatic?: boolean;
  readonly marks: Readonly<Record<string, Ttl | 'none'>>;
}
