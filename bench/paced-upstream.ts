import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface PacedUpstream {
  readonly url: string;
  /** Sets the milliseconds between the parts of an answer; none at first. */
  pause(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A server that streams a fixed answer by the Messages API and as chat completions, at a pace of our choosing; each part tells when it was
 * written. It is a process of its own, as a real one: it shares its time with nobody who measures it.
 */
export async function startPacedUpstream(): Promise<PacedUpstream> {
  const child = fork(fileURLToPath(new URL('./paced-upstream-process.ts', import.meta.url)));
  const port = await told(child);
  return {
    url: `http://127.0.0.1:${port}`,
    pause: async (milliseconds) => {
      child.send(milliseconds);
      await told(child);
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function told(child: ChildProcess): Promise<number> {
  const [message] = await once(child, 'message');
  return Number(message);
}

/** Milliseconds by the machine's clock, the same in every process. */
export const machineTime = (): number => Number(process.hrtime.bigint()) / 1e6;

const PART = /part-(\d+)@([\d.]+);/g;

/** The text of a part that is written now. */
export const partText = (index: number): string => `part-${index}@${machineTime()};`;

/** When each part in the text was written, by `machineTime`. */
export const writtenTimes = (text: string): number[] => [...text.matchAll(PART)].map(([, , time]) => Number(time));
