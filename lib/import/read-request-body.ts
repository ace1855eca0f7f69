import { asSentence } from '@/lib/errors.ts';
import { shapeFaults } from '@/lib/request/shape-faults.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { type Result, success } from '@/lib/result.ts';
import { notReadable, parseJson } from './import-failure.ts';

const PLACE = 'The request';
const FIX = 'It must be the body of a POST to /v1/messages.';

/** A captured request from JSON text: its shape must be right; what the provider would refuse besides may stand in it. */
export function readRequestBody(text: string): Result<MessageCreateParamsBase> {
  if (text.trim() === '') return notReadable('There is nothing in it.', PLACE, FIX);
  const json = parseJson(text, PLACE);
  if (!json.ok) return json;
  const [fault] = shapeFaults(json.value, { counting: true });
  if (!fault) return success(json.value as MessageCreateParamsBase);
  const message = `The provider would not read this as a request: ${asSentence(fault.message)}`;
  return notReadable(message, fault.path === '' ? PLACE : fault.path, fault.fix ?? FIX);
}
