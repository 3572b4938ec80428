/** What is said of a document that is brought in: what was found, row by row, and why one can't be read at all. */
export const documents = {
  'documents.column.reference': 'Number',
  'documents.column.details': 'Details',
  'documents.column.update': 'Update',
  'documents.column.owner': 'Owner',
  'documents.column.due': 'Due',
  'documents.column.status': 'Status',
  'documents.column.ignore': 'Left out',

  'documents.problem.missingColumn':
    'No column here says what is to be done, so nothing was read from this table. It begins “{text}”. Choose which column holds the details.',
  'documents.problem.unknownColumn':
    '{count, plural, =0 {The column “{heading}” isn’t one this register has. It is empty.} one {The column “{heading}” isn’t one this register has. Its one cell isn’t brought in.} other {The column “{heading}” isn’t one this register has. Its # cells aren’t brought in.}}',
  'documents.problem.strayText': '“{text}” stands alone in its row and belongs to no action. It isn’t brought in.',
  'documents.problem.extraCell': '“{text}” stands beyond the last column. It isn’t brought in.',
  'documents.problem.slippedCell':
    '“{text}” stands under {from}, and {to} is empty. It looks like a cell that slipped: it is read as {to}.',
  'documents.problem.missingReference':
    '{proposed, select, none {This action has no number.} other {This action has no number. The next free one is {proposed}.}}',
  'documents.problem.referenceForm':
    '{proposed, select, none {“{reference}” isn’t a number like 1/19.} other {“{reference}” isn’t a number like 1/19. The next free one is {proposed}.}}',
  'documents.problem.duplicateReference':
    'The number {reference} is taken already by row {earlier}. {proposed, select, none {} other {The next free one is {proposed}.}}',
  'documents.problem.skippedNumbers':
    '{count, plural, one {The number {first} is missing before this one.} other {The numbers {first} to {last} are missing before this one.}}',
  'documents.problem.missingDetails': 'Action {reference} doesn’t say what is to be done.',
  'documents.problem.emptyOwner': 'Action {reference} has no owner.',
  'documents.problem.undatedUpdate':
    '{proposed, select, none {“{text}” has no date. It isn’t brought in until it has one.} other {“{text}” has no date. It isn’t brought in until it has one: {proposed}?}}',
  'documents.problem.withheldUndated':
    'The update is withheld and has no date. The action is marked as partly withheld; its history has no entry for it.',
  'documents.problem.impossibleDate':
    '{proposed, select, none {There is no such day as “{date}”. “{text}” isn’t brought in until it has one.} other {There is no such day as “{date}”. “{text}” isn’t brought in until it has one: {proposed}?}}',
  'documents.problem.incompleteDate':
    '{proposed, select, none {“{date}” isn’t a whole date. “{text}” isn’t brought in until it has one.} other {“{date}” isn’t a whole date. “{text}” isn’t brought in until it has one: {proposed}?}}',
  'documents.problem.futureDate': '“{date}” is still to come. “{text}” isn’t brought in: nobody can have said it yet.',
  'documents.problem.contradiction':
    '{status, select, continued {Action {reference} was discharged, and yet a later update goes on with it. It is read as open.} ended {Action {reference} is “{text}”, but its latest update goes on with it. It is read as “{text}”.} other {Action {reference} is “{text}”, but its latest update discharges it. It is read as discharged.}}',
  'documents.problem.unknownStatus':
    '“{text}” isn’t a status that this register has. Action {reference} is read as its history says.',
  'documents.problem.textTooLong':
    'The text is {length} characters long, and a list in SharePoint holds {longest}. Shorten it in the document, or the action can’t be kept.',

  'documents.unreadable.empty': '{name} is empty.',
  'documents.unreadable.binary':
    '{name} isn’t text. Save the table as text with tabs, or as a web page, and try again.',
  'documents.unreadable.office':
    '{name} is a Word or Excel file, and only tables as text or as a web page can be read so far. Copy the table and paste it, or save it as text with tabs.',
  'documents.unreadable.tooLarge': '{name} is too large: a table may have 20,000 rows and 8 million characters.',
  'documents.unreadable.noTable': '{name} holds no table: no row has cells that are separated by tabs.',
  'documents.unreadable.noActions':
    '{name} holds a table, but none of an action tracker: no column says what is to be done.',
  'documents.unreadable.missing': '{name} isn’t there, or may not be read.',
  'documents.pasted': 'What was pasted',
}
