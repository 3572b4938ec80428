/** Keeping what one looks at under a name. */
export const savedview = {
  'savedview.title': 'Keep what you see as a view',
  'savedview.name': 'Name',
  'savedview.scope': 'Who sees it',
  'savedview.scope.mine': 'Only I',
  'savedview.scope.group': 'Everybody in the group',
  'savedview.save': 'Save view',
  'savedview.saveNew': 'Save as a new one',
  'savedview.remove': 'Remove view',
  'savedview.share': 'Copy its link',
  'savedview.notYours': 'This is the group’s view; its coordinators change it. You can keep it as your own.',
  'savedview.saved': 'The view “{name}” is kept.',
  'savedview.removed': 'The view “{name}” is gone. No action was changed.',
  'savedview.stale': 'Somebody changed this view meanwhile. Choose it again at the left to see it as it is now.',
  'savedview.gone': 'Somebody removed this view meanwhile. You can save it as a new one.',
}
