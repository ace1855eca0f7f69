import { type Result, success } from '@/lib/result.ts';
import { notReadable } from './import-failure.ts';
import { bashWords, cmdWords, isCmd } from './shell-words.ts';

const PLACE = 'The command';
const DATA = new Set(['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json']);
/** Options whose value is not looked at, headers with their secrets above all. */
const SKIPPED = new Set(
  '-H --header -X --request -u --user -b --cookie -A --user-agent -e --referer -o --output -x --proxy --url --connect-timeout -m --max-time --retry --resolve --cacert --cert --key -w --write-out --oauth2-bearer -c --cookie-jar'.split(
    ' ',
  ),
);

/** Is it a cURL command? */
export const isCurl = (text: string): boolean => /^\s*(?:\$ )?curl(?:\.exe)?\s/.test(text);

/**
 * The body of a cURL command, in bash's words or those of cmd. Only the body is kept: addresses and headers, where keys are, are left
 * unread. A body in a file cannot be read from here.
 */
export function readCurl(text: string): Result<string> {
  const command = text.replace(/^\s*\$ /, '');
  const read = isCmd(command) ? success({ words: cmdWords(command), input: undefined }) : bashWords(command);
  if (!read.ok) return read;
  const { words, input } = read.value;
  const bodies: string[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const [option, joined] = splitOption(words[at] ?? '');
    if (!DATA.has(option)) {
      if (SKIPPED.has(option) && joined === undefined) at += 1;
      continue;
    }
    const value = joined ?? words[at + 1] ?? '';
    if (joined === undefined) at += 1;
    const isRaw = option === '--data-raw';
    if (!isRaw && value === '@-' && input !== undefined) bodies.push(input);
    else if (!isRaw && value.startsWith('@')) return inFile();
    else bodies.push(value);
  }
  if (bodies.length === 0)
    return notReadable(
      'The command sends no body.',
      PLACE,
      'Import a command with --data and the body of the request.',
    );
  return success(bodies.join('&'));
}

/** `--data=…` and `-d…` carry their value with them. */
function splitOption(word: string): [option: string, value: string | undefined] {
  const [, name, value] = /^(--[\w-]+)=([\s\S]*)$/.exec(word) ?? [];
  if (name !== undefined) return [name, value];
  return /^-[dHXubAeoxmwc]./.test(word) ? [word.slice(0, 2), word.slice(2)] : [word, undefined];
}

const inFile = (): Result<never> =>
  notReadable(
    'The body is in a file (@), which a page cannot open by its name.',
    PLACE,
    'Import that file itself, or paste its text in the place of @….',
  );
