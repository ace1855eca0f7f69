/** The dialogs of the workbench. */
export type DialogName = 'share' | 'compare' | 'palette' | 'shortcuts';
