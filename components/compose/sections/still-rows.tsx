'use client';

import { memo } from 'react';
import { RowHandle } from '@/components/compose/rows/row-handle.tsx';
import { BoundaryRow } from './boundary-row.tsx';
import { SectionRow, type SectionRowProps } from './section-row.tsx';
import { SectionRows, type SectionRowsProps } from './section-rows.tsx';

const StillRow = memo(function StillRow(props: SectionRowProps) {
  return <SectionRow {...props} handle={<RowHandle label={`Move ${props.title}`} />} />;
});

/** The list before the code that carries rows has come. */
export function StillRows(props: SectionRowsProps) {
  return <SectionRows {...props} Row={StillRow} Boundary={BoundaryRow} />;
}
