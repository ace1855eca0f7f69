import { failed, type Result, success } from '@/lib/result.ts';
import { flattenRequest } from './flatten-request.ts';
import { markFaults } from './mark-faults.ts';
import { messageFaults } from './message-faults.ts';
import { modelFaults } from './model-faults.ts';
import type { RequestFault, RequestRules } from './request-fault.ts';
import { shapeFaults } from './shape-faults.ts';
import { toolFaults } from './tool-faults.ts';
import { versionFaults } from './version-faults.ts';
import type { MessageCreateParamsBase } from './wire.ts';

/** A value from outside as a request, or the first fault the provider would name. Unknown keys at top level are let through. */
export function validateRequest(
  value: unknown,
  rules: RequestRules = {},
): Result<MessageCreateParamsBase, RequestFault> {
  const [shape] = shapeFaults(value, rules);
  if (shape) return failed(shape);
  const request = value as MessageCreateParamsBase;
  const [first] = meaningFaults(request, rules);
  return first ? failed(first) : success(request);
}

/** Everything the provider would refuse in a request; empty when it is fine. A wrong shape hides the faults behind it. */
export function requestFaults(request: MessageCreateParamsBase, rules: RequestRules = {}): RequestFault[] {
  const shape = shapeFaults(request, rules);
  return shape.length > 0 ? shape : meaningFaults(request, rules);
}

function meaningFaults(request: MessageCreateParamsBase, rules: RequestRules): RequestFault[] {
  return [
    ...(rules.marks === false ? [] : markFaults(request, flattenRequest(request), rules)),
    ...messageFaults(request, rules),
    ...toolFaults(request),
    ...versionFaults(request, rules),
    ...modelFaults(request, rules),
  ];
}
