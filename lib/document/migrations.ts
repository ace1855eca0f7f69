import { DEFAULT_FLAGS } from '@/lib/prompt/flag.ts';

type Loose = Readonly<Record<string, unknown>>;

/**
 * Each step lifts a document by one version; what it cannot read it leaves for the schema to refuse. Version 1 named the boundary
 * by the section before it, listed the flags that were on, and had no client or memory sources.
 */
export const MIGRATIONS: Readonly<Record<number, (document: Loose) => Loose>> = {
  1: (document) => {
    const { boundaryAfter, flags, ...rest } = document;
    const sections = Array.isArray(document['sections']) ? (document['sections'] as readonly (Loose | null)[]) : [];
    const on = Array.isArray(flags) ? (flags as readonly unknown[]) : [];
    return {
      memorySources: {
        userSettings: true,
        projectSettings: true,
        localSettings: true,
        approvedExternalIncludes: [],
        filesInPlay: [],
      },
      client: { version: '2.1.329', entrypoint: 'cli' },
      ...rest,
      version: 2,
      boundary: sections.findIndex((section) => section?.['id'] === boundaryAfter) + 1,
      flags: Object.fromEntries(Object.keys(DEFAULT_FLAGS).map((id) => [id, on.includes(id)])),
    };
  },
};
