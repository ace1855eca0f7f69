import { captureBody, SAMPLE_BASE } from '@/lib/import/capture-sample.ts';
import { folderTexts } from '@/lib/import/folder-sample.ts';
import { type FolderFile, readFolder, withFolder } from '@/lib/import/read-folder.ts';
import { readImport } from '@/lib/import/read-import.ts';
import { readRequest } from '@/lib/import/read-request.ts';
import { sampleAnalysis } from '@/lib/store/analysis/analysis-sample.ts';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { measure, median, p95 } from './measure.ts';
import { bar, heading, kilobytes, ms, table, timesRow } from './report.ts';

const RUNS = 30;

/** What an import costs: a folder of 201 memory files, and a client's request of 55 KB. */
export async function importSpeed(): Promise<void> {
  await ofFolder();
  await ofRequest();
}

async function ofFolder(): Promise<void> {
  const texts = folderTexts('shop');
  heading(`Import of a folder: ${Object.keys(texts).length} memory files with deep includes (${RUNS} times)`);
  const files = Object.entries(texts).map(
    ([path, text]): FolderFile => ({ path, size: text.length, read: async () => text }),
  );
  const { environment } = SAMPLE_BASE;
  const read = async () => {
    const folder = await readFolder(files, environment, () => undefined);
    if (!folder.ok) throw new Error(folder.failure.message);
    return withFolder(SAMPLE_BASE, folder.value);
  };
  const [first = Number.NaN] = await measure(read, { runs: 1 });
  const reading = await measure(read, { runs: RUNS, warmup: 3 });
  const document = await read();
  const edited = (index: number) => ({ ...document, memoryFiles: document.memoryFiles.with(0, fresh(index)) });
  const fresh = (index: number) => ({
    path: document.memoryFiles[0]?.path ?? '',
    text: `${index}\n${texts['shop/CLAUDE.md']}`,
  });
  const assembling = await measure((index) => assemble(edited(index), 1), { runs: RUNS, warmup: 3 });
  const unknown = await measure(
    (index) => {
      const memoryFiles = document.memoryFiles.map(({ path, text }) => ({ path, text: `${text}\nTide ${index}.` }));
      return assemble({ ...document, memoryFiles }, 1);
    },
    { runs: RUNS, warmup: 3 },
  );
  table(
    ['', 'median', 'p95', 'of the first row'],
    [
      timesRow('reading, once the texts are there', reading, reading),
      timesRow('assembling after an edit of the file that includes the rest', assembling, reading),
      timesRow('assembling with all texts new: each is lexed', unknown, reading),
    ],
  );
  bar('read in under 1 s, the first time', ms(first), first < 1000);
  bar('assembled in under 10 ms, median', ms(median(assembling)), median(assembling) < 10);
  bar('assembled with all texts new in under 10 ms, median', ms(median(unknown)), median(unknown) < 10);
}

async function ofRequest(): Promise<void> {
  const text = JSON.stringify(captureBody());
  heading(`Import of a request: ${kilobytes(text.length)}, 12 tools, three system blocks (${RUNS} times)`);
  const show = () => {
    const read = readImport(text);
    const request = read.ok && read.value.type === 'requests' ? read.value.requests[0] : undefined;
    const imported = readRequest(request?.body ?? '', SAMPLE_BASE, 'Capture');
    if (!imported.ok) throw new Error(imported.failure.message);
    return sampleAnalysis(imported.value.document);
  };
  const [first = Number.NaN] = await measure(show, { runs: 1 });
  const showing = await measure(show, { runs: RUNS, warmup: 3 });
  table(
    ['', 'median', 'p95', 'of the first row'],
    [timesRow('text to breakpoints, layers and costs', showing, showing)],
  );
  bar('within 100 ms, the first time', ms(first), first < 100);
  bar('within 100 ms, p95', ms(p95(showing)), p95(showing) < 100);
}
