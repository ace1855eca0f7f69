import { failed, type Result, success } from '@/lib/result.ts';
import { shapeFaults } from './shape-faults.ts';
import type { MessageCreateParamsBase } from './wire.ts';

/** A captured request from JSON text: its shape must be right; what the provider would refuse besides may stand in it. */
export function readRequest(text: string): Result<MessageCreateParamsBase> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = `This is not JSON: ${(error as Error).message}.`;
    return failed({ code: 'request-invalid', message, fix: 'Paste the body of a Messages request, from { to }.' });
  }
  const [fault] = shapeFaults(value, { counting: true });
  if (!fault) return success(value as MessageCreateParamsBase);
  return failed({
    code: 'request-invalid',
    message: fault.message,
    ...(fault.path && { place: fault.path }),
    fix: fault.fix ?? 'It must be the body of a Messages request.',
  });
}
