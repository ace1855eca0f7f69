import { failed, type Result, success } from '@/lib/result.ts';

/** The last user message of a compaction request; the reply is text alone, an analysis followed by the summary (SESSION-11, SESSION-12). */
export const COMPACTION_PROMPT = `The conversation so far is about to be replaced by a summary, and you are writing it. Whoever continues will have the summary and nothing else.

Reply in text only. Do not call any tool, even if one seems useful: a reply with a tool call is thrown away. Everything you need is in the conversation above.

First think inside \`<analysis>\` tags. Go through the conversation from the beginning and note, for each stretch of it, what the user wanted, what was done about it, which decisions and names matter, where something failed, and where the user corrected the course. Then check the notes for gaps. This part will be discarded.

Then write the summary inside \`<summary>\` tags, in nine parts with these headings:

1. Primary request and intent: all that the user has asked for, with the limits they set.
2. Key technical concepts: technologies, patterns and terms of the project on which the work rests.
3. Files and code: each file that was read, changed or created, why it matters, and the code that the next step will need, word for word.
4. Errors and fixes: what went wrong, what the cause was, how it was repaired, and what the user said about it.
5. Problem solving: questions that are settled, and the state of those that are not.
6. All user messages: every message that the user wrote, in order and close to its wording. Leave out tool results.
7. Pending tasks: what has been asked for and is not done.
8. Current work: the point that has been reached, so exactly that the next sentence or edit could follow on; name the files and lines.
9. Optional next step: what you would have done next to fulfil the latest request, and which words of the user call for it. If that request has been met, leave this part empty; new ideas are for the user to have.

Keep paths, identifiers, commands, figures and error messages exact. Instructions concerning security or permissions that the user gave must be carried over in full.`;

/** Tokens that a summary may take, at least: one that is cut off is no summary. */
export const SUMMARY_TOKENS = 8192;

const OPENING = 'This session goes on from an earlier conversation, which was summarised when it was compacted:\n\n';

/** The user message that stands for the conversation from now on. */
export const summaryMessage = (summary: string): string => OPENING + summary;

/**
 * The summary in a reply: what stands in `<summary>`; a reply without that tag is the summary itself, its `<analysis>` left out. An
 * empty one, or one that breaks off, is a `summary-missing` failure.
 */
export function readSummary(reply: string, stopReason?: string): Result<string> {
  const withoutAnalysis = reply.replace(
    reply.includes('</analysis>') ? /<analysis>[\s\S]*?<\/analysis>/ : /<analysis>[\s\S]*?(?=<summary>|$(?![\s\S]))/,
    '',
  );
  const start = withoutAnalysis.indexOf('<summary>');
  const end = withoutAnalysis.lastIndexOf('</summary>');
  const isCut = stopReason === 'max_tokens' || (start !== -1 && end < start);
  const summary = start === -1 ? withoutAnalysis : withoutAnalysis.slice(start + '<summary>'.length, end);
  if (!isCut && summary.trim() !== '') return success(summary.trim());
  return failed({
    code: 'summary-missing',
    message: isCut ? 'The summary breaks off before its end.' : 'The reply holds no summary.',
    fix: 'The conversation was left as it is. Compact again, or choose another model.',
  });
}
