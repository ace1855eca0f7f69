/** The title of a new section: "New section", with a number when that is taken. */
export function freshTitle(titles: readonly string[]): string {
  const taken = new Set(titles);
  let number = 1;
  const title = () => (number === 1 ? 'New section' : `New section ${number}`);
  while (taken.has(title())) number += 1;
  return title();
}
