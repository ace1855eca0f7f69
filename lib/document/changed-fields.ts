import { isSameValue } from './same-value.ts';

/** A value with some fields changed. What says the same already stays the very same, up to the value itself: such an edit is no step. */
export function changedFields<T extends object>(value: T, change: Partial<T>): T {
  let changed = value;
  for (const name in change) {
    if (!isSameValue(value[name], change[name])) changed = { ...changed, [name]: change[name] };
  }
  return changed;
}
