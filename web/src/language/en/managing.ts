/** Texts of the actions on a whole canvas. */
export const managing = {
  title: 'Title',
  rename: 'Rename',
  duplicate: 'Duplicate',
  delete: 'Delete',
  restore: 'Restore',
  undo: 'Undo',
  created: 'Created “{{title}}”',
  removed: 'Deleted “{{title}}”',
  restored: 'Restored “{{title}}”',
  failed: 'Something went wrong. Try again.',
  deleted: 'Deleted',
  deletedNote: 'This canvas is deleted.',
  deletedUntil: 'This canvas is deleted. You can restore it until {{day}}.',
  deletedCount_one: '{{count, number}} deleted canvas',
  deletedCount_other: '{{count, number}} deleted canvases',
  deletedOn: 'Deleted permanently on {{day}}',
};
