import type { Fields } from '@/lib/json-value.ts';
import type { ContentBlockParam, RawMessageStreamEvent } from '@/lib/request/wire.ts';

/** Puts the blocks of a streamed answer together that are no text: `take` gives each back when it is whole. */
export function blockCollector(): { take(event: RawMessageStreamEvent): ContentBlockParam | undefined } {
  let open: Fields | undefined;
  let json = '';
  return {
    take: (event) => {
      if (event.type === 'content_block_start') {
        const block = event.content_block as unknown as Fields | undefined;
        open = block?.['type'] === 'text' ? undefined : block;
        json = '';
      } else if (event.type === 'content_block_delta' && open) {
        const delta = (event.delta ?? {}) as unknown as Fields;
        json += textOf(delta['partial_json']);
        for (const name of ['thinking', 'signature']) {
          if (delta['type'] === `${name}_delta`) open = { ...open, [name]: textOf(open[name]) + textOf(delta[name]) };
        }
      } else if (event.type === 'content_block_stop' && open) {
        const whole = json === '' ? open : { ...open, input: JSON.parse(json) as unknown };
        open = undefined;
        return whole as unknown as ContentBlockParam;
      }
      return undefined;
    },
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
