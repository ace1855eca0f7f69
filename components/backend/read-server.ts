import { type BackendFamily, type BackendKind, isProxy } from '@/lib/backends/backend-kind.ts';
import { type BaseUrlFault, baseUrlFault } from '@/lib/backends/base-url.ts';
import type { OwnServer } from '@/lib/backends/own-server.ts';
import type { Arithmetic } from '@/lib/backends/usage/read-usage.ts';

/** The form as it is typed. */
export interface ServerForm {
  readonly name: string;
  readonly kind: BackendKind;
  readonly family: BackendFamily | '';
  /** Empty: there is none behind it, or nobody knows. */
  readonly upstream: BackendKind | '';
  readonly arithmetic: Arithmetic | '';
  readonly baseUrl: string;
  readonly models: string;
}

/** What is wrong with an address, in a sentence; where it leads is judged by the server. */
export function addressFault(text: string): string | undefined {
  const value = text.trim();
  if (value === '') return 'Enter the address, such as http://127.0.0.1:8080.';
  const fault = baseUrlFault(value);
  return fault && FAULT_WORDS[fault];
}

const FAULT_WORDS: Readonly<Record<BaseUrlFault, string>> = {
  'no-address': 'It must begin with http:// or https://.',
  'holds-more': 'Leave out user, query and fragment; a key goes into the field for it.',
};

/** The server, and the models typed for it, separated by commas or lines. */
export function readServer({ name, kind, family, upstream, arithmetic, baseUrl, models }: ServerForm): {
  server: OwnServer;
  models: string[];
} {
  const address = baseUrl.trim();
  return {
    server: {
      name: name.trim().slice(0, 60) || new URL(address).host.slice(0, 60),
      kind,
      baseUrl: address,
      ...(family !== '' && { family }),
      ...(upstream !== '' && isProxy(kind) && { upstream }),
      ...(arithmetic !== '' && { arithmetic }),
    },
    models: [
      ...new Set(
        models
          .split(/[\n,]/)
          .map((each) => each.trim())
          .filter((each) => each !== ''),
      ),
    ],
  };
}
