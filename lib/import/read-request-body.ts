import { shapeFaults } from '@/lib/request/shape-faults.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { parseJson } from './import-failure.ts';

/** A captured request from JSON text: its shape must be right; what the provider would refuse besides may stand in it. */
export function readRequestBody(text: string): Result<MessageCreateParamsBase> {
  const json = parseJson(text, 'The request');
  if (!json.ok) return json;
  const [fault] = shapeFaults(json.value, { counting: true });
  if (!fault) return success(json.value as MessageCreateParamsBase);
  return failed({
    code: 'request-invalid',
    message: fault.message,
    ...(fault.path && { place: fault.path }),
    fix: fault.fix ?? 'It must be the body of a Messages request.',
  });
}
