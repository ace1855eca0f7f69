'use client';

import { LintFold } from '@/components/lint/lint-fold.tsx';
import { SessionPanel } from '@/components/session/session-panel.tsx';
import { CostPanel } from './cost-panel.tsx';
import { DiagnosisSlot, NextBreakSlot } from './diagnosis-slot.tsx';
import { EmulatorFold } from './emulator-fold.tsx';
import { SendPanel } from './send-panel.tsx';
import { SessionBar } from './session-bar.tsx';

/** What the request costs, how the session treats edits, sending it, and what the session has cost so far. */
export function RunRoom() {
  return (
    <>
      <CostPanel />
      <SessionBar />
      <NextBreakSlot />
      <SendPanel />
      <DiagnosisSlot />
      <LintFold />
      <EmulatorFold />
      <SessionPanel />
    </>
  );
}
