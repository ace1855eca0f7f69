/** The dialogs of the workbench. */
export type DialogName = 'share' | 'palette' | 'shortcuts' | 'import' | 'export' | 'presets' | 'preset-update';
