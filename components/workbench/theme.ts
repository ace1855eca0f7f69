export type Theme = 'light' | 'dark' | 'system';

const STORAGE_KEY = 'strata-theme';

/** Sets `data-theme` before the first paint; inlined in the page's head with the request's nonce. */
export const themeScript = `try{var t=localStorage.getItem('${STORAGE_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** The visitor's choice; `system` when there is none. */
function readTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** Shows a theme now and keeps it for later visits where the browser lets us. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage is refused in some private windows: the theme still holds for this visit.
  }
}

/** From what is shown now to the other one. */
export function nextTheme(): void {
  const chosen = readTheme();
  const isDark = chosen === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  applyTheme(isDark ? 'light' : 'dark');
}
