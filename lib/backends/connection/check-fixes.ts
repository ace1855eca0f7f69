import type { BackendKind } from '@/lib/backends/backend-kind.ts';

/** How a kind of server is made to report cached tokens, by its documentation and issues of November 2026. */
export function reportFix(kind: BackendKind): string {
  switch (kind) {
    case 'vllm':
      return 'Start vLLM with --enable-prompt-tokens-details. Builds before its pull request 40912 do not report it on /v1/messages at all: declare "family": "chat-completions" for those.';
    case 'sglang':
      return 'Start SGLang with --enable-cache-report.';
    case 'litellm':
      return 'LiteLLM leaves the field out when it is 0 or its upstream says nothing: have the upstream report it (vLLM: --enable-prompt-tokens-details), and keep the response cache off.';
    case 'ollama':
      return 'Ollama reports no cached tokens on any of its interfaces. Send to the llama.cpp server itself to see them.';
    case 'lmstudio':
      return 'LM Studio leaves the figures out (its issues 778 and 2390). Send to a llama.cpp server to see them.';
    default:
      return 'Look in the server’s documentation for an option that reports cached prompt tokens, or send to it by its other interface ("family").';
  }
}

/** What to do when a server reports reads, and read nothing of a prompt that it had just seen. */
export function readFix(kind: BackendKind): string {
  switch (kind) {
    case 'vllm':
      return 'Prefix caching may be off (--no-enable-prefix-caching), or its blocks larger than this prompt: hybrid models use blocks of hundreds of tokens.';
    case 'llamacpp':
      return 'Start llama-server with --parallel 1 or a larger --cache-ram; with several slots the second request may land in another.';
    case 'sglang':
      return 'The radix cache may be off: start without --disable-radix-cache.';
    case 'litellm':
      return 'LiteLLM may spread requests over several upstreams, each with a cache of its own: route one model to one server.';
    default:
      return 'The prompt may be under the model’s minimum, or requests may go to several machines. Send again in a moment.';
  }
}

/** What to do where the interface that was spoken is not there. */
export const formatFix = (kind: BackendKind): string =>
  kind === 'litellm'
    ? 'With the prefix openai/ LiteLLM asks its upstream for /v1/responses: use hosted_vllm/ for compatible servers.'
    : 'Declare the other interface: "family": "messages", "chat-completions" or "responses". The base URL stands without /v1/messages.';

export const HEADER_FIX =
  'Set CLAUDE_CODE_ATTRIBUTION_HEADER=0 in the "env" block of the client’s settings.json, or take the line out in a proxy: Export has recipes for both.';
