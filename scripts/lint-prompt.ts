import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CacheRules, DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { chainModel } from '@/lib/cache/chain-model.ts';
import { sha256Hex } from '@/lib/cache/digest.ts';
import { lintRequest } from '@/lib/cache/lint/lint-request.ts';
import { ruleOf, type Severity } from '@/lib/cache/lint/lint-rules.ts';
import { jsonReport, type LintedFile, sarifLog } from '@/lib/cache/lint/sarif.ts';
import { prefixChain } from '@/lib/cache/prefix-chain.ts';
import { readRequestBody } from '@/lib/import/read-request-body.ts';
import { findModel } from '@/lib/pricing/model-card.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { createTokenEstimator } from '@/lib/tokens/estimator.ts';
import { loadCl100kVocabulary } from '@/lib/tokens/gpt-counter.ts';
import { messageFrameTokens } from '@/lib/tokens/overhead.ts';

const USAGE = `Usage: npm run --silent lint:prompt -- [--format text|json|sarif] [--fail-on error|warning|note] [--keeps-header] FILE…

FILE is the body of a Messages request as JSON. --keeps-header: the server does not drop the attribution header.
Exit code: 0 nothing found that counts, 1 something found, 2 a file or an option cannot be used.`;

const SEVERITIES: readonly Severity[] = ['note', 'warning', 'error'];

process.exitCode = await lintFiles(process.argv.slice(2));

/** Lints captured requests and prints the findings; returns the exit code. */
async function lintFiles(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const options = readArguments(args);
  if (!options) return complain(USAGE);
  const linted: LintedFile[] = [];
  for (const file of options.files) {
    const request = readFile(file);
    if (!request) return 2;
    linted.push({ uri: file, findings: await lint(request, options.rules) });
  }
  print(linted, options.format);
  const counts = linted
    .flatMap(({ findings }) => findings)
    .some(({ code }) => {
      return SEVERITIES.indexOf(ruleOf(code).severity) >= SEVERITIES.indexOf(options.failOn);
    });
  return counts ? 1 : 0;
}

async function lint(request: MessageCreateParamsBase, rules: CacheRules) {
  const card = findModel(request.model);
  const family = card?.tokenizer ?? 'claude-new';
  const { count } = createTokenEstimator(family === 'cl100k' ? { cl100k: await loadCl100kVocabulary() } : {});
  const chain = prefixChain(request, {
    model: chainModel(card, messageFrameTokens(family, request.model)),
    workspace: 'lint',
    count: (text) => count(text, family).tokens,
    digest: sha256Hex,
    rules,
  });
  return lintRequest(request, { chain, rules });
}

function readArguments(args: string[]) {
  try {
    const { values, positionals: files } = parseArgs({
      args,
      options: {
        format: { type: 'string', default: 'text' },
        'fail-on': { type: 'string', default: 'warning' },
        'keeps-header': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const failOn = SEVERITIES.find((severity) => severity === values['fail-on']);
    const format = (['text', 'json', 'sarif'] as const).find((known) => known === values.format);
    if (files.length === 0 || !failOn || !format) return undefined;
    const rules = { ...DEFAULT_RULES, stripsAttributionHeader: !values['keeps-header'] };
    return { files, failOn, format, rules };
  } catch (error) {
    complain((error as Error).message);
    return undefined;
  }
}

function readFile(file: string): MessageCreateParamsBase | undefined {
  try {
    const request = readRequestBody(readFileSync(file, 'utf8'));
    if (request.ok) return request.value;
    const { message, place = '', fix = '' } = request.failure;
    complain(`${file}: ${message.startsWith(place) ? '' : `${place}: `}${message} ${fix}`);
  } catch (error) {
    complain(`Cannot read ${file}: ${(error as Error).message}`);
  }
  return undefined;
}

function print(files: readonly LintedFile[], format: 'text' | 'json' | 'sarif'): void {
  if (format !== 'text') {
    process.stdout.write(`${JSON.stringify(format === 'json' ? jsonReport(files) : sarifLog(files), null, 2)}\n`);
    return;
  }
  for (const { uri, findings } of files) {
    for (const { code, path, message, start } of findings) {
      const { severity, summary, explanation } = ruleOf(code);
      const place = path === '' ? uri : `${uri}:${path}${start > 0 ? `:${start + 1}` : ''}`;
      process.stdout.write(`${place}: ${severity} ${code}: ${summary} ${message}\n  ${explanation}\n`);
    }
  }
}

function complain(message: string): 2 {
  process.stderr.write(`${message}\n`);
  return 2;
}
