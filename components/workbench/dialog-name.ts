/** The dialogs of the workbench. */
export type DialogName = 'share' | 'palette' | 'shortcuts' | 'presets' | 'preset-update';
