import type { BackendDialogName } from '@/components/backend/backend-dialog.tsx';

/** The dialogs of the workbench. */
export type DialogName =
  | 'share'
  | 'compare'
  | 'palette'
  | 'shortcuts'
  | 'import'
  | 'export'
  | 'presets'
  | 'preset-update'
  | BackendDialogName;
