'use client';

import { memo, useId } from 'react';
import { Badge, type BadgeTone } from '@/components/ui/badge.tsx';
import { Icon } from '@/components/ui/icon.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { useEdit, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { switchFlag } from '@/lib/document/edit-settings.ts';
import type { FlagLanding } from '@/lib/prompt/flag.ts';
import { describeEffect } from './describe-effect.ts';
import type { FlagItem } from './flag-groups.ts';

const TONES: Partial<Record<FlagLanding, BadgeTone>> = {
  tools: 'tools',
  static: 'static',
  dynamic: 'session',
  'system-context': 'session',
  'user-context': 'session',
};

type FlagRowProps = FlagItem & {
  /** Tokens it adds while on. */
  tokens: number | undefined;
  /** They were counted for an earlier state of the document. */
  isStale: boolean;
};

/** A flag: its switch, what it does, where that lands, and what it adds to this request. */
export const FlagRow = memo(function FlagRow({ tokens, isStale, ...flag }: FlagRowProps) {
  const id = useId();
  const edit = useEdit();
  const { short, long } = describeEffect(tokens);
  const setFlag = (isOn: boolean) =>
    edit(`Switch ${flag.name} ${isOn ? 'on' : 'off'}`, (document) => switchFlag(document, flag.id, isOn));
  return (
    <li className="py-1.5 pr-2.5 pl-3 hover:bg-sunken">
      <div className="flex min-h-6 items-center gap-2">
        <span className="flex min-w-0 flex-1 items-center gap-1.5 font-mono text-sm">
          <span className="wrap-anywhere">{flag.name}</span>
          {!flag.isDefault && <Differs isOn={flag.isOn} />}
        </span>
        <span className={`num text-xs text-ink-3 ${isStale ? 'italic' : ''}`} title={long}>
          {short}
        </span>
        <Switch label={flag.name} checked={flag.isOn} onCheckedChange={setFlag} describedBy={id} />
      </div>
      <div id={id} className="max-w-[64ch] pr-9 text-xs text-ink-2">
        <Badge tone={TONES[flag.landing] ?? 'neutral'}>{flag.landingWords}</Badge>{' '}
        {flag.position && <span className="text-ink-3">{flag.position}.</span>}
        <span className="ml-0.5">{flag.effect}</span>
        {flag.isRisky && (
          <p className="mt-0.5 flex items-center gap-1 text-layer-volatile-ink">
            <Icon name="warning" className="size-3" />
            it may flip in mid-session, and a flip re-writes everything behind it
          </p>
        )}
        {flag.id === 'one_hour_ttl' && <LatchLine isOn={flag.isOn} />}
      </div>
    </li>
  );
});

/** In session mode the first request's TTL holds, whatever the switch says now. */
function LatchLine({ isOn }: { isOn: boolean }) {
  const latched = useWorkbench(({ held }) => (held.mode === 'session' ? held.oneHourTtl : undefined));
  if (latched === undefined || latched === isOn) return null;
  return (
    <p className="mt-0.5 text-layer-session-ink">
      This session has latched {latched ? '1h' : '5m'} with its first request: changes with a new session.
    </p>
  );
}

function Differs({ isOn }: { isOn: boolean }) {
  return (
    <span title={`differs from default: ${isOn ? 'off' : 'on'}`} className="size-1.5 shrink-0 rounded-full bg-ink-2">
      <span className="sr-only">differs from its default</span>
    </span>
  );
}
