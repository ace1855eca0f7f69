import type { ReactNode } from 'react';

const TONES = {
  neutral: 'border-line-strong text-ink-2',
  tools: 'border-layer-tools text-layer-tools-ink',
  static: 'border-layer-static text-layer-static-ink',
  session: 'border-layer-session text-layer-session-ink',
  volatile: 'border-layer-volatile text-layer-volatile-ink',
  conversation: 'border-layer-conversation text-layer-conversation-ink',
} as const;

export type BadgeTone = keyof typeof TONES;

/** A word or two in a thin frame. The tones are the layers' hues. */
export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={`inline-block shrink-0 rounded border px-[5px] text-2xs whitespace-nowrap ${TONES[tone]}`}>
      {children}
    </span>
  );
}
