import type { RibbonPart } from '@/lib/store/analysis/analysis.ts';
import { describePart } from './describe-part.ts';

/** The part of the request that is pointed at, in words. */
export const PointedPart = ({ part }: { part: RibbonPart }) => describePart(part);
