import type { BackendDescription } from '@/lib/backends/backend.ts';
import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import type { OwnServer } from '@/lib/backends/own-server.ts';
import type { Document } from '@/lib/document/document.ts';
import type { WorkbenchState } from './workbench-store.ts';

/** The document, to be sent to this backend: with its first model where it does not serve the chosen one, and nothing else changed. */
export function withBackend(document: Document, backend: BackendDescription): Document {
  const { models: served } = backend;
  const [first] = served ?? [];
  const model = first === undefined || served?.includes(document.model) ? document.model : first;
  return document.backend === backend.id && document.model === model
    ? document
    : { ...document, backend: backend.id, model };
}

/** What a backend is; `undefined`: there is none of that id here. */
export const backendKind = ({ backends }: Pick<WorkbenchState, 'backends'>, id: string): BackendKind | undefined =>
  backends.find((each) => each.id === id)?.kind;

/** Does nothing go to a backend without a key of the visitor's? A server of their own may do without one. */
export const needsVisitorKey = (
  { ownServers }: Pick<WorkbenchState, 'ownServers'>,
  backend: BackendDescription,
): boolean => backend.key === 'visitor' && ownServers[backend.id] === undefined;

/** What a call to a backend says of where that is: only of the visitor's own servers anything. */
export function serverOf({ ownServers }: Pick<WorkbenchState, 'ownServers'>, backend: string): { server?: OwnServer } {
  const server = ownServers[backend];
  return server ? { server } : {};
}
