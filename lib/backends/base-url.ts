/** What is wrong with the address of a server: it is none of http or https, or it holds more than a path can follow (user, query, fragment). */
export type BaseUrlFault = 'no-address' | 'holds-more';

/** Of an address as it is used, without spaces around it; where it leads is judged elsewhere. */
export function baseUrlFault(address: string): BaseUrlFault | undefined {
  if (!/^https?:\/\/\S+$/i.test(address) || !URL.canParse(address)) return 'no-address';
  const { username, password } = new URL(address);
  return username === '' && password === '' && !/[?#]/.test(address) ? undefined : 'holds-more';
}
