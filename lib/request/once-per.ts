/**
 * `find`, run once for the same object: at each keystroke most of a request is the same objects as at the last. The object must be all
 * that the answer depends on, and nobody may change it.
 */
export function oncePer<Key extends object, Found extends object>(find: (key: Key) => Found): (key: Key) => Found {
  const known = new WeakMap<Key, Found>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}
