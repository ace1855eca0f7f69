import 'server-only';
import type { Backend, SendOptions } from '@/lib/backends/backend.ts';
import { type BackendSettings, createBackend } from '@/lib/backends/create-backend.ts';
import { listModels } from '@/lib/backends/list-models.ts';
import type { Result } from '@/lib/result.ts';

/** A backend, and what else its server can be asked. */
export interface Connection extends Backend {
  /** The ids of what it serves. */
  models(options: SendOptions): Promise<Result<string[]>>;
}

export function connect(settings: BackendSettings): Connection {
  return { ...createBackend(settings), models: (options) => listModels(settings, options) };
}
