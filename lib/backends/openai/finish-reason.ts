/** Why an answer ended, in the words of the Messages API; a reason it has no word for stays as it is. */
export function stopReasonOf(reason: string): string {
  return WORDS[reason] ?? reason;
}

const WORDS: Readonly<Record<string, string>> = {
  stop: 'end_turn',
  completed: 'end_turn',
  length: 'max_tokens',
  max_output_tokens: 'max_tokens',
  tool_calls: 'tool_use',
  function_call: 'tool_use',
  content_filter: 'refusal',
};
