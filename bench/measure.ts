interface Repetitions {
  readonly runs: number;
  /** Runs before those, thrown away. */
  readonly warmup?: number;
}

type Act = (index: number) => unknown;

/** Milliseconds of each run of `act`. */
export async function measure(act: Act, repetitions: Repetitions): Promise<number[]> {
  const [times = []] = await measureInTurn([act], repetitions);
  return times;
}

/** A clock in milliseconds. */
type Clock = () => number;

/** What this process has computed so far, in all its threads: other work on the machine does not count. */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of each run of each act, the acts taking turns, so that what disturbs the machine disturbs all of them. */
export async function measureInTurn(
  acts: readonly Act[],
  { runs, warmup = 0 }: Repetitions,
  clock: Clock = () => performance.now(),
): Promise<number[][]> {
  const times: number[][] = acts.map(() => []);
  for (let index = 0; index < warmup + runs; index += 1) {
    for (const [which, act] of acts.entries()) {
      const start = clock();
      await act(index);
      if (index >= warmup) times[which]?.push(clock() - start);
    }
  }
  return times;
}

/** The value below which a share `q` of the values lies (nearest rank); NaN of none. */
function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);
export const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;
