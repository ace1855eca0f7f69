/** FNV-1a of a text as `digits` hex digits: a display fingerprint, as clients put into their header; not an identity. */
export function fingerprint(text: string, digits: number): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0').slice(-digits);
}
