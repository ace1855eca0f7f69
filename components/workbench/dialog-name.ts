/** The dialogs of the workbench. */
export type DialogName =
  | 'share'
  | 'compare'
  | 'palette'
  | 'shortcuts'
  | 'import'
  | 'export'
  | 'presets'
  | 'preset-update';
