import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findModel } from '@/lib/pricing/model-card.ts';
import { createTokenEstimator } from '@/lib/tokens/estimator.ts';
import { loadCl100kVocabulary } from '@/lib/tokens/gpt-counter.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';

const USAGE = 'Usage: npm run --silent count -- --model <id> FILE…';

process.exitCode = await countFiles(process.argv.slice(2));

/** Prints one JSON line a file; returns the exit code: 1 when the model is unknown or a file cannot be read. */
async function countFiles(args: string[]): Promise<number> {
  const { model, files } = readArguments(args);
  if (model === undefined || files.length === 0) return complain(USAGE);
  const card = findModel(model);
  if (!card) return complain(`Unknown model "${model}". Give an id as in the API, for instance claude-opus-4-6.`);
  const isAssumed = card.tokenizerAssumed === true;
  if (isAssumed)
    complain(`The vocabulary of ${card.id} is not published: it is counted with its predecessor's, ${card.tokenizer}.`);

  const options = card.tokenizer === 'cl100k' ? { cl100k: await loadCl100kVocabulary() } : {};
  const { count } = createTokenEstimator(options);
  let exitCode = 0;
  for (const file of files) {
    const text = readText(file);
    if (text === undefined) exitCode = 1;
    else print(file, count(text, card.tokenizer), isAssumed);
  }
  return exitCode;
}

function readArguments(args: string[]): { model?: string | undefined; files: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options: { model: { type: 'string' } }, allowPositionals: true });
    return { model: values.model, files: positionals };
  } catch (error) {
    complain((error as Error).message);
    return { files: [] };
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    complain(`Cannot read ${file}: ${(error as Error).message}`);
    return undefined;
  }
}

function print(file: string, { tokens, low, high, method }: TokenCount, isAssumed: boolean): void {
  const line = { file, tokens, low, high, method: isAssumed ? 'estimate' : method };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function complain(message: string): 1 {
  process.stderr.write(`${message}\n`);
  return 1;
}
