import type { Failure } from '@/lib/errors.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { parseTemplate, type TemplateNode, type TemplatePiece, templateFailure } from './template.ts';

type Scope = Readonly<Record<string, unknown>>;

/** Lists inside lists multiply: what a template may render to, in steps and in characters. */
const MAX_STEPS = 1_000_000;
const MAX_LENGTH = 10_000_000;

/** Fills a template from `context`; a name that no scope knows, or that is no text, is a failure at its place, never a blank. */
export function renderTemplate(text: string, context: object): Result<readonly TemplatePiece[]> {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return parsed;
  const pieces: TemplatePiece[] = [];
  let steps = 0;
  let length = 0;
  const add = (piece: string, { start, end }: TemplateNode) => {
    pieces.push({ text: piece, sourceStart: start, sourceEnd: end });
    length += piece.length;
  };
  const render = (nodes: readonly TemplateNode[], scopes: readonly Scope[]): Failure | undefined => {
    for (const node of nodes) {
      steps += 1;
      if (steps > MAX_STEPS || length > MAX_LENGTH) return failureAt(node, 'The text grows without measure');
      if (node.type === 'text') {
        add(text.slice(node.start, node.end), node);
        continue;
      }
      const found = lookUp(node.name, scopes);
      if (!found) return failureAt(node, `Nothing is called “${node.name}”`);
      if (node.type === 'name') {
        if (typeof found.value === 'object' && found.value !== null)
          return failureAt(node, `“${node.name}” is no text; {{#${node.name}}} opens it`);
        add(String(found.value ?? ''), node);
        continue;
      }
      for (const inner of innerScopes(node.type, found.value, scopes)) {
        steps += 1;
        const failure = render(node.children, inner);
        if (failure) return failure;
      }
    }
    return undefined;
  };
  const failureAt = ({ start }: TemplateNode, message: string) =>
    templateFailure(text, text.indexOf('{{', start), message);
  const failure = render(parsed.value, [context as Scope]);
  return failure ? failed(failure) : success(pieces);
}

/** The scopes in which a block's children are shown: none, one, or one for each item of a list. */
function innerScopes(type: 'when' | 'unless', value: unknown, scopes: readonly Scope[]): (readonly Scope[])[] {
  if (type === 'when' && Array.isArray(value)) return value.map((item) => [item as Scope, ...scopes]);
  return isTruthy(value) === (type === 'when') ? [scopes] : [];
}

/** The value of a dotted name in the nearest scope that knows its first part; `undefined` when a part is unknown. */
export function lookUp(name: string, scopes: readonly Scope[]): { readonly value: unknown } | undefined {
  const [first = '', ...rest] = name.split('.');
  const scope = scopes.find((candidate) => Object.hasOwn(candidate, first));
  if (!scope) return undefined;
  let value: unknown = scope[first];
  for (const part of rest) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Scope)[part];
  }
  return { value };
}

/** Mustache's truth: empty text, empty lists, false and nothing are false. */
export function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
