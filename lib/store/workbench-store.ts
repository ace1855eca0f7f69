import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BackendDescription } from '@/lib/backends/backend.ts';
import type { OwnServer } from '@/lib/backends/own-server.ts';
import type { Document } from '@/lib/document/document.ts';
import {
  clearedSession,
  freshSession,
  type HeldSession,
  type SessionMode,
  sessionAfterRequest,
} from '@/lib/document/held-session.ts';
import type { Failure } from '@/lib/errors.ts';
import type { ComparedRequest, KeptVersion } from '@/lib/store/diagnosis/compared-request.ts';
import { type History, record, redo, startHistory, undo } from './history.ts';
import type { Run } from './run.ts';
import type { SessionLog } from './saved-work.ts';
import type { ComposeTab, EditorView, Selection } from './selection.ts';

/** Something to tell the user that belongs to no place on the screen. */
export interface Announcement {
  readonly id: string;
  readonly tone: 'error' | 'info';
  readonly message: string;
  readonly fix?: string;
}

/** What the emulator is asked to pretend in this session. */
export interface EmulatorSettings {
  /** How far its clock is ahead of the page's, in milliseconds. */
  readonly ahead: number;
  /** It reads the attribution header as text, as servers do that do not know it. */
  readonly keepsHeader: boolean;
}

const PLAIN_EMULATOR: EmulatorSettings = { ahead: 0, keepsHeader: false };

/** What a person changes: the document with its history, the session's requests, and what is on screen. */
export interface WorkbenchState {
  readonly history: History<Document>;
  readonly session: string;
  readonly runs: readonly Run[];
  /** What the session keeps of its first request, in session mode. */
  readonly held: HeldSession;
  /** Versions of the request that were kept to be compared. */
  readonly versions: readonly KeptVersion[];
  readonly emulator: EmulatorSettings;
  readonly backends: readonly BackendDescription[];
  /** The server runs on the visitor's own machine, and sends to servers near it. */
  readonly isLocal: boolean;
  /** When requests that are none of the session's went to a backend (a check, a demonstration), by its id, in epoch milliseconds. */
  readonly displaced: Readonly<Record<string, number>>;
  /** The visitor's own servers by backend id: in memory only. */
  readonly ownServers: Readonly<Record<string, OwnServer>>;
  /** Visitors' own keys by backend id: in memory only, never saved, shared or logged. */
  readonly visitorKeys: Readonly<Record<string, string>>;
  readonly selection: Selection;
  readonly view: EditorView;
  readonly tab: ComposeTab;
  readonly announcements: readonly Announcement[];
}

/** The world outside, handed in. */
export interface WorkbenchDependencies {
  readonly clock: () => number;
  readonly newId: () => string;
  readonly backends: readonly BackendDescription[];
  readonly isLocal?: boolean;
}

export interface WorkbenchActions {
  /** Changes the document as one undoable step; quick changes with one `key` are one step. */
  edit(label: string, change: (document: Document) => Document, key?: string): void;
  /** Puts another document in the place of this one; undo brings the old one back. */
  open(document: Document, label: string): void;
  undo(): void;
  redo(): void;
  select(selection: Selection, view?: EditorView): void;
  setView(view: EditorView): void;
  setTab(tab: ComposeTab): void;
  setVisitorKey(backend: string, key: string): void;
  /** Adds a server of the visitor's own to the backends; returns its id. */
  declareServer(server: OwnServer, models: readonly string[]): string;
  /** Requests that are none of the session's go to this backend now. */
  displace(backend: string): void;
  /** Sets the emulator's clock ahead by so many milliseconds more. */
  passTime(milliseconds: number): void;
  setKeepsHeader(keepsHeader: boolean): void;
  keepVersion(compared: ComparedRequest): void;
  putRun(run: Run): void;
  setMode(mode: SessionMode): void;
  /** A request is made from this document: what it memoises is held from now on. */
  hold(document: Document): void;
  /** Lets go of what the session holds; with a change, that of the document is a step of the history. */
  release(label: string, change: (document: Document) => Document): void;
  restore(
    document: Document | undefined,
    log: Pick<SessionLog, 'session' | 'runs' | 'displaced'> | undefined,
    held?: HeldSession,
  ): void;
  newSession(): void;
  announce(failure: Pick<Failure, 'message' | 'fix'>, tone?: Announcement['tone']): void;
  dismiss(id: string): void;
}

export type WorkbenchStore = StoreApi<WorkbenchState & WorkbenchActions>;

export function createWorkbenchStore(initial: Document, dependencies: WorkbenchDependencies): WorkbenchStore {
  const { clock, newId, backends, isLocal = false } = dependencies;
  return createStore((set, get) => ({
    history: startHistory(initial),
    session: newId(),
    runs: [],
    held: freshSession('live'),
    versions: [],
    emulator: PLAIN_EMULATOR,
    backends,
    isLocal,
    displaced: {},
    ownServers: {},
    visitorKeys: {},
    selection: firstSelection(initial),
    view: 'edit',
    tab: 'sections',
    announcements: [],

    edit: (label, change, key) =>
      set(({ history }) => ({ history: record(history, change(history.present), { label, key, at: clock() }) })),
    open: (document, label) => {
      get().release(label, () => document);
      set({ selection: firstSelection(document) });
    },
    undo: () => set(({ history }) => ({ history: undo(history) })),
    redo: () => set(({ history }) => ({ history: redo(history) })),
    select: (selection, view) =>
      set((state) => ({ selection, view: view ?? (state.view === 'diff' ? 'diff' : 'edit') })),
    setView: (view) => set({ view }),
    setTab: (tab) => set({ tab }),
    setVisitorKey: (backend, key) => set(({ visitorKeys }) => ({ visitorKeys: { ...visitorKeys, [backend]: key } })),
    declareServer: (server, models) => {
      // A server of another visit has another id: its requests say nothing of this one's cache.
      const id = `own-${newId()}`;
      const { name, kind, family, upstream } = server;
      const way = { ...(family && { family }), ...(upstream && { upstream }) };
      const description = { id, name, kind, key: 'visitor', ...way } as const;
      set((state) => ({
        backends: [...state.backends, { ...description, ...(models.length > 0 && { models }) }],
        ownServers: { ...state.ownServers, [id]: server },
      }));
      return id;
    },
    displace: (backend) => set(({ displaced }) => ({ displaced: { ...displaced, [backend]: clock() } })),
    passTime: (milliseconds) =>
      set(({ emulator }) => ({ emulator: { ...emulator, ahead: emulator.ahead + milliseconds } })),
    setKeepsHeader: (keepsHeader) => set(({ emulator }) => ({ emulator: { ...emulator, keepsHeader } })),
    keepVersion: (compared) =>
      set(({ versions }) => {
        const title = `Version ${versions.length + 1} · ${compared.model}`;
        return { versions: [...versions, { id: newId(), title, compared }] };
      }),
    putRun: (run) =>
      set(({ runs }) => ({
        runs: runs.some(({ id }) => id === run.id)
          ? runs.map((each) => (each.id === run.id ? run : each))
          : [...runs, run],
      })),
    setMode: (mode) => set(({ held }) => (held.mode === mode ? {} : { held: { ...held, mode } })),
    hold: (document) => set(({ held }) => ({ held: sessionAfterRequest(held, document) })),
    release: (label, change) => {
      get().edit(label, change);
      set(({ held }) => ({ held: clearedSession(held) }));
    },
    restore: (document, log, held) =>
      set({
        ...(document && { history: startHistory(document), selection: firstSelection(document) }),
        ...(log && { session: log.session, runs: log.runs, emulator: restoredEmulator(log.runs, clock()) }),
        ...(log?.displaced && { displaced: log.displaced }),
        ...(held && { held }),
      }),
    newSession: () =>
      set(({ held, emulator }) => ({
        session: newId(),
        runs: [],
        held: freshSession(held.mode),
        emulator: { ...emulator, ahead: 0 },
      })),
    announce: ({ message, fix }, tone = 'error') =>
      set(({ announcements }) => ({
        announcements: [...announcements, { id: newId(), tone, message, ...(fix !== undefined && { fix }) }],
      })),
    dismiss: (id) => set(({ announcements }) => ({ announcements: announcements.filter((each) => each.id !== id) })),
  }));
}

/** The document as it stands. */
export const currentDocument = (state: Pick<WorkbenchState, 'history'>): Document => state.history.present;

/** A session whose requests lie in the future had a clock that was ahead: it goes on from there. */
function restoredEmulator(runs: readonly Run[], now: number): EmulatorSettings {
  const last = runs.findLast(({ backend }) => backend === 'emulator');
  const ahead = Math.max(0, (last?.endedAt ?? 0) - now);
  return { ahead, keepsHeader: last?.keepsHeader ?? false };
}

/** The section that first meets the eye: the longest of the static ones, else the first. */
function firstSelection(document: Document): Selection {
  const statics = document.sections.slice(0, document.boundary).filter(({ enabled }) => enabled);
  const longest = statics.toSorted((left, right) => right.text.length - left.text.length)[0] ?? document.sections[0];
  return longest ? { type: 'section', id: longest.id } : { type: 'git-status' };
}
