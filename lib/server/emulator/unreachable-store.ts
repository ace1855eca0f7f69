/** Thrown by a store whose server does not answer; everything else that a store throws is a programming fault. */
export class UnreachableStore extends Error {
  override readonly name = 'UnreachableStore';
}

/** By name, for a framework may load a module several times. */
export const isUnreachable = (error: unknown): boolean => error instanceof Error && error.name === 'UnreachableStore';
