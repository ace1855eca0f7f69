import { shellWord } from './quote.ts';
import { bareUrl, type Recipe, type RecipeValues } from './recipe.ts';

/** What the client asks of a server that it is pointed at. */
function messagesCheck(values: RecipeValues): string {
  const body = JSON.stringify({ model: values.model, max_tokens: 16, messages: [{ role: 'user', content: 'Hello' }] });
  return [
    `curl -sS ${shellWord(`${bareUrl(values)}/v1/messages`)} \\`,
    '  -H "authorization: Bearer $ANTHROPIC_AUTH_TOKEN" -H "content-type: application/json" \\',
    `  -d ${shellWord(body)}`,
  ].join('\n');
}

export function settingsRecipe(values: RecipeValues): Recipe {
  const env = {
    ANTHROPIC_BASE_URL: bareUrl(values),
    ANTHROPIC_AUTH_TOKEN: 'put your key here',
    ANTHROPIC_MODEL: values.model,
    CLAUDE_CODE_ATTRIBUTION_HEADER: '0',
  };
  return {
    id: 'client-settings',
    title: 'The client’s settings.json',
    when: 'The client is to send to this server, and the billing header is not to break its prefix cache. Put it into ~/.claude/settings.json, or into .claude/settings.json of one project; merge it with what stands there.',
    files: [{ name: 'settings.json', text: `${JSON.stringify({ env }, null, 2)}\n` }],
    check: `${messagesCheck(values)}\n# Then, in the client: /status shows the base URL; a second request in a conversation reads from the cache.`,
    warning: 'The file holds your key: keep it out of version control.',
  };
}

export function exportsRecipe(values: RecipeValues): Recipe {
  return {
    id: 'shell-exports',
    title: 'Shell exports',
    when: 'To try the server from one terminal, without touching a file. The key is asked for and is not kept in the shell’s history.',
    files: [
      {
        name: 'client.sh',
        text: [
          '# Read it in with:  . ./client.sh',
          `export ANTHROPIC_BASE_URL=${shellWord(bareUrl(values))}`,
          `export ANTHROPIC_MODEL=${shellWord(values.model)}`,
          "printf 'Key: '; stty -echo; read -r ANTHROPIC_AUTH_TOKEN; stty echo; echo",
          'export ANTHROPIC_AUTH_TOKEN',
          'export CLAUDE_CODE_ATTRIBUTION_HEADER=0',
          '',
        ].join('\n'),
      },
    ],
    check: messagesCheck(values),
    warning:
      'vLLM’s documentation says that CLAUDE_CODE_ATTRIBUTION_HEADER works from settings.json and not from the shell: see with “Check connection”, and with the recipe for settings.json.',
  };
}
