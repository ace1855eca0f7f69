/** Something the provider would refuse: `message` in its words, `path` the place (`messages.0.content.1`, '' for the whole). */
export interface RequestFault {
  readonly message: string;
  readonly path: string;
  /** What a person can do about it. */
  readonly fix?: string;
}

/** What the model, the API version and the beta headers of a request allow; what is absent is not checked. */
export interface RequestRules {
  /** Takes `role: "system"` inside `messages`. */
  readonly midConversationSystem?: boolean;
  /** Takes a last message of the assistant, to go on from. */
  readonly prefill?: boolean;
  /** Takes `tool_choice` any and tool. */
  readonly forcedToolChoice?: boolean;
  /** Takes `speed: "fast"`. */
  readonly fastMode?: boolean;
  readonly maxOutput?: number;
  /** Takes what API versions from 2026-10-21 on refuse: sampling parameters, documents of the assistant, citations on a user's text. */
  readonly formerFields?: boolean;
  /** Reads `cache_control`; a server that takes no notice of marks finds no fault with them. */
  readonly marks?: boolean;
  /** Values of `anthropic-beta`. */
  readonly betas?: readonly string[];
  /** The request is to be counted, not answered: `max_tokens` may be missing. */
  readonly counting?: boolean;
}

/** A fault whose text begins with its place, as most of the provider's do. */
export const faultAt = (path: string, problem: string, fix?: string): RequestFault => ({
  path,
  message: path === '' ? problem : `${path}: ${problem}`,
  ...(fix !== undefined && { fix }),
});

/** What most blocks have: one list for them all, as every block is asked at every keystroke. */
export const NO_FAULTS: readonly RequestFault[] = [];

/** More than anybody reads, and few enough for a body of millions of faults. */
const MOST_FAULTS = 100;

/** The faults of a list's items in their order: those of the first items only, once they are very many. */
export function itemFaults<Item>(
  items: readonly Item[],
  faultsOf: (item: Item, index: number) => readonly RequestFault[],
): readonly RequestFault[] {
  let faults: RequestFault[] | undefined;
  items.forEach((item, index) => {
    if (faults && faults.length >= MOST_FAULTS) return;
    const found = faultsOf(item, index);
    if (found.length === 0) return;
    faults ??= [];
    for (const fault of found) faults.push(fault);
  });
  return faults ?? NO_FAULTS;
}
