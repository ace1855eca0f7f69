'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Num } from '@/components/ui/num.tsx';
import { useAnalysis } from '@/components/workbench/workbench-context.tsx';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { CODE_WRAP, MARK_CLASS } from './code-frame.ts';
import { CopyButton } from './copy-button.tsx';
import { linePieces } from './highlight-line.ts';
import { chunkText, curlCommand, requestJson, type TextChunk } from './request-text.ts';

/** More characters than this are shown on demand. */
const FIRST_CHARACTERS = 120_000;

/** The body that is sent, byte for byte. */
export function JsonView() {
  const request = useAnalysis(({ built }) => built.request);
  if (!request) return <p className="px-5 py-3 text-ink-3">Counting …</p>;
  return <RequestBody request={request} />;
}

function RequestBody({ request }: { request: MessageCreateParamsBase }) {
  const [isWhole, setIsWhole] = useState(false);
  const json = useMemo(() => requestJson(request), [request]);
  const { chunks, left } = useMemo(() => chunkText(json, isWhole ? json.length : FIRST_CHARACTERS), [json, isWhole]);
  return (
    <>
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 border-b border-line bg-paper px-3.5 py-2 @md:px-5">
        <CopyButton label="Copy JSON" text={() => json} />
        <CopyButton label="Copy as cURL" text={() => curlCommand(request)} />
        <span className="text-ink-2">
          <Num value={json.length} /> characters
        </span>
      </div>
      <div className="px-3.5 py-3 font-mono leading-[1.65] @md:px-5">
        {chunks.map((chunk) => (
          <JsonChunk key={chunk.id} chunk={chunk} />
        ))}
        {left > 0 && (
          <Button className="mt-2 font-sans" onClick={() => setIsWhole(true)}>
            Show all, <Num value={left} /> characters more
          </Button>
        )}
      </div>
    </>
  );
}

/** Chunks out of sight are not laid out. */
function JsonChunk({ chunk }: { chunk: TextChunk }) {
  return (
    <pre className={`[contain-intrinsic-size:auto_4000px] [content-visibility:auto] ${CODE_WRAP}`}>
      {chunk.lines.map(({ id, text }) => (
        <span key={id}>
          {linePieces(text, 'json').map(({ start, text: piece, kind }) => (
            <span key={start} className={kind && MARK_CLASS[kind]}>
              {piece}
            </span>
          ))}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}
