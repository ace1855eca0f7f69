import { faultAt, type RequestFault, type RequestRules } from './request-fault.ts';
import type { MessageCreateParamsBase } from './wire.ts';

/** What the chosen model does not take, and what `max_tokens` does not go with. */
export function modelFaults(request: MessageCreateParamsBase, rules: RequestRules): RequestFault[] {
  const { max_tokens: maxTokens, thinking, tool_choice: choice } = request;
  const forced = choice?.type === 'tool' || choice?.type === 'any';
  const faults: RequestFault[] = [];
  if (forced && rules.forcedToolChoice === false) {
    faults.push(faultAt('tool_choice', 'type "tool" and "any" are not supported for this model.'));
  }
  if (request.speed === 'fast' && rules.fastMode === false) {
    const fix = 'Take `speed` out, or choose a model that has a fast mode.';
    faults.push(faultAt('speed', 'fast mode is not supported for this model.', fix));
  }
  if (rules.counting) return faults;
  if (rules.maxOutput !== undefined && maxTokens > rules.maxOutput) {
    const limit = `which is the maximum allowed number of output tokens for ${request.model}`;
    faults.push(faultAt('max_tokens', `${maxTokens} > ${rules.maxOutput}, ${limit}`));
  }
  if (maxTokens === 0) faults.push(...preWarmFaults(request, forced));
  else if (thinking?.type === 'enabled' && !(maxTokens > thinking.budget_tokens)) {
    faults.push({ path: 'max_tokens', message: '`max_tokens` must be greater than `thinking.budget_tokens`.' });
  }
  return faults;
}

/** `max_tokens: 0` warms the cache and answers nothing, so it goes with nothing that asks for an answer (caching rules §7). */
function preWarmFaults(request: MessageCreateParamsBase, forced: boolean): RequestFault[] {
  const clashes: [boolean, string][] = [
    [request.stream === true, '`stream`'],
    [request.thinking?.type === 'enabled', '`thinking.type: "enabled"`'],
    [request.output_config?.format != null, '`output_config.format`'],
    [forced, '`tool_choice` of type "tool" or "any"'],
  ];
  return clashes.flatMap(([clash, what]) =>
    clash ? [faultAt('max_tokens', `0 is not supported with ${what}`, 'Ask for at least one token.')] : [],
  );
}
