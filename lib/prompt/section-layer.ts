import type { Layer } from './block.ts';
import type { Section } from './section.ts';

/** A section's layer: volatile ones wherever they stand; else by region. */
export function layerOf(section: Section, isStatic: boolean): Layer {
  if (section.kind === 'volatile') return 'volatile';
  return isStatic ? 'static' : 'session';
}
