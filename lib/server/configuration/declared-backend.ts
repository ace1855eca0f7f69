import 'server-only';
import type { BackendFamily, BackendKind } from '@/lib/backends/backend-kind.ts';
import type { Arithmetic } from '@/lib/backends/usage/read-usage.ts';

/** A backend as the operator declares it. */
export interface DeclaredBackend {
  /** What documents call it; made of the name unless given. */
  readonly id: string;
  readonly name: string;
  readonly kind: BackendKind;
  /** The interface to speak; the kind's own unless told. */
  readonly family?: BackendFamily;
  /** The kind of the server behind a proxy: its cache is the one that predictions are made for. */
  readonly upstream?: BackendKind;
  /** Whether its input figure holds the tokens it read, where its kind does not decide that. */
  readonly arithmetic?: Arithmetic;
  readonly baseUrl: string;
  /** The environment variable that holds the operator's key; the key itself is never part of a declaration. */
  readonly keyVariable?: string;
  /** The models it serves, the first one chosen first; none: the list of its kind. */
  readonly models: readonly string[];
  /** The name in its URL may lead to a private address, also where the server is not in local mode. */
  readonly privateNetwork: boolean;
}

/** What the operator has set up; `default` is the id of the backend that a new visitor starts with. */
export interface Configuration {
  readonly backends: readonly DeclaredBackend[];
  readonly default: string;
}

/** The emulator needs no declaration, and no other backend may take its name. */
export const EMULATOR_ID = 'emulator';
