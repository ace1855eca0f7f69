import { Lexer, type Token, Tokenizer, type Tokens, type TokensList } from 'marked';

/** A block of the document's top level. `prose` holds its text outside code blocks, without the marks of lists and quotes. */
export interface MarkdownBlock {
  /** As in the source. */
  readonly raw: string;
  readonly isHtml: boolean;
  readonly prose: readonly string[];
}

/** Texts longer than this, in characters, are not lexed: marked's time grows with the square of some constructs. */
export const MAX_LEXED_CHARACTERS = 100_000;

const MAX_NESTING = 16;
/** How far ahead, in characters, the tokenizers that are quadratic on hostile text may look. */
const LOOK_AHEAD = { blockquote: 1_000, list: 4_000, lheading: 1_000, def: 2_000 };

/**
 * The top-level blocks of a Markdown text with LF line ends; joined, their `raw` is the text, but for white space at
 * its end. `undefined` when the text is too long or the lexer gives up on it.
 */
export function lexMarkdown(text: string): readonly MarkdownBlock[] | undefined {
  if (text.length > MAX_LEXED_CHARACTERS) return undefined;
  try {
    const lexer = new ShallowLexer({ gfm: false, tokenizer: new ShortSightedTokenizer() });
    const blocks = lexer.blockTokens(text, lexer.tokens);
    return blocks.map((token) => ({ raw: token.raw, isHtml: token.type === 'html', prose: proseOf(token) }));
  } catch {
    // Hostile text can overflow the stack inside marked: for the caller that is text without structure, not a fault.
    return undefined;
  }
}

/** Lexes blocks only: inline tokens, the slow part, are not needed. */
class ShallowLexer extends Lexer {
  private nesting = 0;

  override blockTokens(text: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(text: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList;
  override blockTokens(text: string, tokens: Token[] = [], lastParagraphClipped = false): Token[] {
    if (this.nesting >= MAX_NESTING) {
      tokens.push({ type: 'text', raw: text, text });
      return tokens;
    }
    this.nesting += 1;
    const lexed = super.blockTokens(text, tokens, lastParagraphClipped);
    this.nesting -= 1;
    return lexed;
  }
}

/** A list, quote, definition or heading longer than the look-ahead goes on as a block of its own. */
class ShortSightedTokenizer extends Tokenizer {
  override blockquote(text: string) {
    return /^ {0,3}>/.test(text) ? super.blockquote(upTo(text, LOOK_AHEAD.blockquote)) : undefined;
  }
  override list(text: string) {
    return /^ {0,3}[*+\d-]/.test(text) ? super.list(upTo(text, LOOK_AHEAD.list)) : undefined;
  }
  override def(text: string) {
    return /^ {0,3}\[/.test(text) ? super.def(upTo(text, LOOK_AHEAD.def)) : undefined;
  }
  override lheading(text: string) {
    return super.lheading(
      text.length <= LOOK_AHEAD.lheading ? text : text.slice(0, text.lastIndexOf('\n', LOOK_AHEAD.lheading - 1) + 1),
    );
  }
}

/** Cut where the last line within the limit starts that is neither indented nor empty, else after the line at the limit. */
function upTo(text: string, limit: number): string {
  if (text.length <= limit) return text;
  for (let end = text.lastIndexOf('\n', limit - 1); end > 0; end = text.lastIndexOf('\n', end - 1)) {
    if (!' \t\n'.includes(text.charAt(end + 1))) return text.slice(0, end + 1);
  }
  const lineEnd = text.indexOf('\n', limit);
  return lineEnd === -1 ? text : text.slice(0, lineEnd + 1);
}

function proseOf(token: Token): string[] {
  switch (token.type) {
    case 'code':
      return [];
    case 'html':
      // `pre`, `script` and `style` hold code.
      return (token as Tokens.HTML).pre ? [] : [token.raw];
    case 'blockquote':
    case 'list_item':
      return (token.tokens ?? []).flatMap(proseOf);
    case 'list':
      return (token as Tokens.List).items.flatMap(proseOf);
    case 'paragraph':
    case 'heading':
    case 'text':
      return [(token as Tokens.Text).text];
    default:
      return [token.raw];
  }
}
