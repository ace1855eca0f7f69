import { backendContract, CONTRACT, type Situation } from '@/lib/backends/backend-contract.ts';
import { createBackend } from '@/lib/backends/create-backend.ts';
import { success } from '@/lib/result.ts';
import { testEmulator } from './test-emulator.ts';

const HEADERS: Partial<Record<Situation, Record<string, string>>> = {
  'answers-slowly': { 'x-emulator-latency': '20,20' },
  'rate-limits': { 'x-emulator-fault': '429' },
  overloaded: { 'x-emulator-fault': '529' },
  'breaks-off': { 'x-emulator-fault': 'cut', 'x-emulator-latency': '0,1' },
};

/** What lies between the SDK and the emulator in a situation that no header asks for. */
function between(situation: Situation, fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  if (situation === 'is-down') return () => Promise.reject(new TypeError('fetch failed'));
  if (situation === 'refuses-key') {
    return (url, init) => {
      const headers = new Headers(init?.headers);
      headers.delete('authorization');
      return fetch(url, { ...init, headers });
    };
  }
  if (situation !== 'sends-rubbish') return fetch;
  return async (url, init) => {
    const answer = await fetch(url, init);
    return new Response((await answer.text()).replaceAll('data: {', 'data: {{'), { headers: answer.headers });
  };
}

backendContract('the emulator, in-process', async (situation) => ({
  backend: createBackend({
    description: { id: 'emulator', name: 'Emulator', kind: 'emulator', key: 'none' },
    baseURL: 'http://emulator.test',
    keyFor: () => success(CONTRACT.key),
    fetch: between(situation, testEmulator().fetch),
    headers: HEADERS[situation] ?? {},
    clock: Date.now,
  }),
}));
