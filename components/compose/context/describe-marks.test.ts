import { expect, it } from 'vitest';
import { scopeHint } from './describe-marks.ts';

it('REQUEST-5: the switch says when the scope is not sent', () => {
  for (const kind of ['anthropic', 'emulator', undefined] as const) expect(scopeHint(kind)).toMatch(/^scope: "global"/);
  for (const kind of ['litellm', 'vllm', 'openai'] as const)
    expect(scopeHint(kind)).toMatch(/^Not sent to this backend/);
});
