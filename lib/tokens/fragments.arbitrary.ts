import fc from 'fast-check';

const FRAGMENTS = [
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u3000',
    '\ufeff',
    '/',
    '//',
    '\n/',
    ';\n',
    "'s",
    "'",
    '“',
    '—',
  ],
  ...[
    'word',
    ' word',
    'Word',
    'WORD',
    'wordWord',
    '_x',
    '1',
    '12345',
    '٣',
    '²',
    '#',
    '- ',
    '* ',
    '=====',
    '{}',
    '();',
    '"key":',
  ],
  ...[
    'é',
    'naïve',
    'Straße',
    '中文',
    '。',
    '，',
    'かな',
    '한국어',
    'Привет',
    'नमस्ते',
    'ไทย',
    '😀',
    '👨‍👩‍👧',
    'e\u0301',
    '\u0301',
    '\u200d',
    '\ud800',
    '\udc00',
  ],
  ...[
    'A paragraph of plain words, long enough to matter. ',
    '| a | b |\n|---|---|\n',
    '    return value;\n',
    '<|endoftext|>',
  ],
];

/** Texts of the fragments that splitters trip over, up to a few thousand characters; without U+FEFF, which gpt-tokenizer gets wrong. */
export const fragmentedText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 300,
      size: 'max',
    },
  )
  .map((parts) => parts.join('').replaceAll('\ufeff', ''));
