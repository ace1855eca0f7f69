import type { Layer } from '@/lib/prompt/block.ts';

/** Each layer's fill and what a person calls it. */
export const LAYER_LOOK: Readonly<Record<Layer, { readonly fill: string; readonly name: string }>> = {
  tools: { fill: 'bg-layer-tools', name: 'tools' },
  static: { fill: 'bg-layer-static', name: 'static' },
  session: { fill: 'bg-layer-session', name: 'session' },
  volatile: { fill: 'bg-layer-volatile', name: 'every turn' },
  memory: { fill: 'bg-layer-session', name: 'memory' },
  conversation: { fill: 'bg-layer-conversation', name: 'conversation' },
};
