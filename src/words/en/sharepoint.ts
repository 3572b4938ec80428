/** What is wrong with a row that somebody changed in SharePoint's own page. One sentence for each RowProblem code. */
export const sharepoint = {
  'rowProblem.summary':
    '{count, plural, one {# row in SharePoint can’t be read in full} other {# rows in SharePoint can’t be read in full}}',
  'rowProblem.where': '{list}, item {item}, column {column}',
  'rowProblem.keyMissing':
    'It was added by hand and has no key, so it isn’t part of the register. Add it here instead.',
  'rowProblem.keyRepeated': 'Another row has the same key; that one is shown.',
  'rowProblem.referenceInvalid': 'The reference isn’t a number and a year, for example 3/20.',
  'rowProblem.textMissing': 'The words are missing.',
  'rowProblem.choiceUnknown': 'The value isn’t one of the choices; the usual one is shown instead.',
  'rowProblem.dayInvalid': 'The day isn’t written as 2020-03-05, or doesn’t exist.',
  'rowProblem.dataBroken':
    'The text was changed by hand and can’t be read. Restore the earlier version of the item in SharePoint.',
}
