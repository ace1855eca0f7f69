// The same with the TypeScript SDK, in JavaScript so that Node.js runs it as it is: npm install @anthropic-ai/sdk, then
// node ask-emulator.mjs [address]
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import Anthropic from '@anthropic-ai/sdk';

const address = process.argv[2] ?? 'http://localhost:3000/api/emulator';
const client = new Anthropic({ baseURL: address, apiKey: `node-${randomUUID()}` });
const words = 'Read a file before you edit it. '.repeat(200);
const request = {
  model: 'claude-sonnet-5-5',
  max_tokens: 100,
  system: [{ type: 'text', text: words, cache_control: { type: 'ephemeral' } }],
  messages: [{ role: 'user', content: 'Hello' }],
};

/** The usage of a request that is sent at this time. */
async function ask(now) {
  const { usage } = await client.messages.create(request, { headers: { 'x-emulator-now': now } });
  return usage;
}

const first = await ask('2026-11-21T12:00:00Z');
const second = await ask('2026-11-21T12:04:59Z');
const late = await ask('2026-11-21T12:09:59Z');
console.log(
  `created ${first.cache_creation_input_tokens}, read ${second.cache_read_input_tokens},`,
  `read after another five minutes ${late.cache_read_input_tokens}`,
);
assert(first.cache_creation_input_tokens > 0);
assert.equal(second.cache_read_input_tokens, first.cache_creation_input_tokens);
assert.equal(late.cache_read_input_tokens, 0);

const headers = { 'x-emulator-reply': JSON.stringify([{ type: 'text', text: 'Scripted.' }]) };
const streamed = await client.messages.stream(request, { headers }).finalText();
assert.equal(streamed, 'Scripted.');
