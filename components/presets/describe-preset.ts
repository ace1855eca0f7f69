import type { Preset } from '@/lib/document/preset.ts';

const count = (amount: number, word: string) => `${amount} ${word}${amount === 1 ? '' : 's'}`;

/** What a preset is made of, each in a few words. */
export function describePreset({ document }: Preset): string[] {
  const { sections, boundary, tools, memoryFiles, conversation, model } = document;
  const sent = tools.filter(({ enabled }) => enabled).length;
  return [
    `${count(boundary, 'static section')}, ${sections.length - boundary} dynamic`,
    count(sent, 'tool'),
    count(memoryFiles.length, 'memory file'),
    count(conversation.length, 'turn'),
    model,
  ];
}
