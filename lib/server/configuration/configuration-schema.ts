import 'server-only';
import * as z from 'zod/mini';
import { BACKEND_FAMILIES, BACKEND_KINDS, type BackendKind, isProxy } from '@/lib/backends/backend-kind.ts';
import { baseUrlFault } from '@/lib/backends/base-url.ts';
import { ARITHMETICS } from '@/lib/backends/usage/read-usage.ts';

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

const URL_RULE =
  'It must be an http or https address such as "http://127.0.0.1:8080", without a user, a query or a fragment';

/** An address that requests may be sent to. */
export const baseUrl = text(2000).check(z.refine((value) => baseUrlFault(value) === undefined, URL_RULE));

/** Whatever can be declared: the emulator is there by itself. */
export const backendKind = z.enum(BACKEND_KINDS.filter((kind) => kind !== 'emulator'));

interface Behind {
  readonly kind: BackendKind;
  readonly upstream?: BackendKind;
}

/** A server that is no proxy caches by itself, and a proxy behind a proxy says nothing of who does. */
export const upstreamCheck = z.refine<Behind>(
  ({ kind, upstream }) => upstream === undefined || (isProxy(kind) && !isProxy(upstream)),
  {
    path: ['upstream'],
    error:
      'It is the server behind a proxy: leave it out unless the kind is "litellm" or "other", and name a kind that is neither',
  },
);

export const backendFamily = z.enum(BACKEND_FAMILIES);

const modelList = z.array(text(200)).check(z.maxLength(200));

/** What a check of the connection found the server's figures to mean. */
export const arithmetic = z.enum(ARITHMETICS);

const backend = z.strictObject({
  id: z.exactOptional(
    z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'It must be small letters, digits and dashes, 40 at most')),
  ),
  name: text(60),
  kind: backendKind,
  family: z.exactOptional(backendFamily),
  upstream: z.exactOptional(backendKind),
  baseUrl,
  keyVariable: z.exactOptional(
    z
      .string()
      .check(
        z.regex(
          /^[A-Z_][A-Z0-9_]{0,99}$/,
          'It must be the name of an environment variable, such as "MY_SERVER_KEY", and never the key itself',
        ),
      ),
  ),
  arithmetic: z.exactOptional(arithmetic),
  models: z.exactOptional(modelList),
  privateNetwork: z.exactOptional(z.boolean()),
});

/** The shape of strata.config.json. */
export const configurationSchema = z.strictObject({
  // Editors complete the file by it.
  $schema: z.exactOptional(z.string()),
  default: z.exactOptional(text(60)),
  backends: z.array(backend.check(upstreamCheck)).check(z.minLength(1), z.maxLength(50)),
});
