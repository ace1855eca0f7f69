import type { Arithmetic } from '@/lib/backends/usage/read-usage.ts';
import type { BackendFamily, BackendKind } from './backend-kind.ts';

/** A server that a visitor has declared, near the machine that Strata runs on. It is part of each call and kept in memory only. */
export interface OwnServer {
  readonly name: string;
  readonly kind: BackendKind;
  readonly baseUrl: string;
  /** The interface to speak; the kind's own unless told. */
  readonly family?: BackendFamily;
  /** The kind of the server behind it, where it is a proxy: its cache is the one that predictions are made for. */
  readonly upstream?: BackendKind;
  /** Whether its input figure holds the tokens it read, where its kind does not decide that. */
  readonly arithmetic?: Arithmetic;
}
