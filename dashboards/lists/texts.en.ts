export const texts = {
  /** Of the button and the panel. */
  views: 'Saved views',
  chosen: (name: string) => `Saved view: ${name}`,
  none: 'Nobody has saved a view yet. A view keeps search, filters, order and columns for the whole team.',
  saveNew: 'Save what is shown as a view',
  name: 'Name of the view',
  save: 'Save view',
  update: 'Save changes',
  updateHint: (name: string) => `Save what is shown as “${name}”`,
  rename: 'Rename',
  remove: 'Delete',
  saved: (name: string) => `Saved: ${name}`,
  removed: (name: string) => `Deleted: ${name}`,
};

export type Texts = typeof texts;
