import type { BackendEvent } from '@/lib/backends/backend.ts';

/** Thinking and calls as they come in pieces; each is given back whole, in the order in which they began. */
export interface OpenBlocks {
  think(text: string): void;
  call(index: number, piece: CallPiece): void;
  /** What is open, and nothing is afterwards. A call whose input is no JSON throws a SyntaxError. */
  close(): BackendEvent[];
  readonly hasCalled: boolean;
}

export interface CallPiece {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly input?: unknown;
}

interface Call {
  id: string;
  name: string;
  json: string;
}

export function openBlocks(): OpenBlocks {
  let thinking = '';
  let calls = new Map<number, Call>();
  let hasCalled = false;
  return {
    think: (text) => {
      thinking += text;
    },
    call: (index, { id, name, input }) => {
      const call = calls.get(index) ?? { id: '', name: '', json: '' };
      if (typeof id === 'string' && id !== '') call.id = id;
      if (typeof name === 'string') call.name += name;
      if (typeof input === 'string') call.json += input;
      calls.set(index, call);
    },
    close: () => {
      const events: BackendEvent[] = [];
      if (thinking !== '') events.push({ type: 'content-block', block: { type: 'thinking', thinking, signature: '' } });
      for (const { id, name, json } of calls.values()) {
        const input: unknown = json === '' ? {} : JSON.parse(json);
        events.push({ type: 'content-block', block: { type: 'tool_use', id, name, input } });
      }
      hasCalled ||= calls.size > 0;
      thinking = '';
      calls = new Map();
      return events;
    },
    get hasCalled() {
      return hasCalled;
    },
  };
}
