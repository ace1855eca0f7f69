import { type CountScope, serveCounts, startCounting } from '@/lib/tokens/serve-counts.ts';
import { type EarlyScope, serveAnalyses } from './early-analysis.ts';

/** The worker's own scope: lib.dom knows only the window. */
declare const self: CountScope & EarlyScope;

const counting = startCounting();
serveCounts(self, counting);
serveAnalyses(self, counting, () => Date.now());
