import { FLAGS, type FlagValues } from '@/lib/prompt/flag.ts';

const WHOLE: Readonly<Record<string, string>> = {
  interactive: 'left out by PROACTIVE',
  '!interactive': 'needs PROACTIVE',
  proactive: 'needs PROACTIVE',
  '!proactive': 'left out by PROACTIVE',
  codingInstructions: 'left out by the output style',
  '!codingInstructions': 'needs an output style without coding instructions',
};

const THINGS: Readonly<Record<string, string>> = {
  language: 'a language',
  'outputStyle.name': 'an output style',
  'outputStyle.prompt': 'an output style with a text',
  'mcp.servers': 'a connected MCP server',
  'memory.enabled': 'auto memory',
  'memory.personal': 'personal memory',
  'memory.team': 'team memory',
  'memory.dailyLog': 'the daily log',
  'scratchpad.directory': 'a scratchpad directory',
  modelOverride: 'a model override text',
  tokenBudget: 'a token budget',
  'env.isGitRepository': 'a Git repository',
  'env.additionalDirectories': 'an additional directory',
};

/** What keeps a section out, in a few words: `gate` is a closed one, `!` before what must not be. */
export function describeGate(gate: string, flags: FlagValues): string {
  const whole = WHOLE[gate];
  if (whole) return whole;
  if (gate === 'mcp.servers' && flags.mcp_instructions_delta)
    return 'announced in the messages by mcp_instructions_delta';
  const isNegated = gate.startsWith('!');
  const name = isNegated ? gate.slice(1) : gate;
  const thing = THINGS[name] ?? FLAG_NAMES.get(name) ?? toolName(name) ?? name;
  return isNegated ? `left out by ${thing}` : `needs ${thing}`;
}

const FLAG_NAMES: ReadonlyMap<string, string> = new Map(FLAGS.map(({ id, name }) => [`flags.${id}`, name]));
const toolName = (name: string) => (name.startsWith('tools.') ? `the tool ${name.slice('tools.'.length)}` : undefined);
