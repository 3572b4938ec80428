/** What is said of a document that is brought in: what was found, row by row, and why one can't be read at all. */
export const documents = {
  'documents.column.reference': 'Number',
  'documents.column.details': 'Details',
  'documents.column.update': 'Update',
  'documents.column.owner': 'Owner',
  'documents.column.due': 'Due',
  'documents.column.status': 'Status',
  'documents.column.day': 'Date of the update',
  'documents.column.ended': 'Ended on',
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
    'The number {reference} is taken already by row {earlier}.{proposed, select, none {} other { The next free one is {proposed}.}}',
  'documents.problem.skippedNumbers':
    '{count, plural, one {The number {first} is missing before this one.} other {The numbers {first} to {last} are missing before this one.}}',
  'documents.problem.missingDetails': 'Action {reference} doesn’t say what is to be done.',
  'documents.problem.dueWithOwner':
    '“{due}” stands with the owner, and no due is written elsewhere. It is read as the due of {owner}.',
  'documents.problem.serialDay':
    '“{number}” is how a spreadsheet keeps {proposed} when the cell has lost its format. It is read as that day.',
  'documents.problem.revisedDue': 'The due was {text}, and is {due} now. Only the latter is brought in.',
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
    '{status, select, continued {Action {reference} was discharged, and yet a later update goes on with it. It is read as open.} ended {Action {reference} is “{text}”, but its latest update goes on with it. It is read as “{text}”.} elsewhere {Action {reference} is “{written}”, and yet “{text}” says that it is over. It is read as “{written}”.} other {Action {reference} is “{text}”, but its latest update discharges it. It is read as discharged.}}',
  'documents.problem.unknownStatus':
    '“{text}” isn’t a status that this register has. Action {reference} is read as its history says.',
  'documents.problem.textTooLong':
    'The text is {length} characters long, and a list in SharePoint holds {longest}. Shorten it in the document, or the action can’t be kept.',
  'documents.problem.headingProposed':
    'The column {heading} has no heading that says what it is. By what stands in it, it is read as {column}.',
  'documents.problem.tornRow':
    'This row has no number and goes on where row {earlier} stops. “{text}” is joined to it.',
  'documents.problem.restartedNumbers': 'The numbers begin again at {reference} here, after {highest}.',
  'documents.problem.ownNumbering':
    'This log numbers in its own way ({reference}). Its actions get numbers like 1/19 here, and keep their own beside them.',
  'documents.problem.referenceDate':
    '“{reference}” is a date that a spreadsheet made of a number. It is read as {proposed}.',
  'documents.problem.numberInDetails':
    'The number {reference} stands at the beginning of the words. It is read as the number of the action.',
  'documents.problem.yearInferred': '“{date}” doesn’t say its year. “{text}” is read as of {proposed}.',
  'documents.problem.dayUnused': '“{date}” isn’t the day of any entry here. It isn’t brought in.',
  'documents.problem.statusFromHeading':
    '“{text}” stands above {count, plural, one {this action. It is} other {# actions. They are}} read as {status, select, closed {closed} other {discharged}}, unless they say otherwise.',
  'documents.problem.greenStatus':
    '“Green” may mean that it is done, or that it is on track. It is read as {status, select, discharged {done} other {on track}}.',
  'documents.problem.perhapsEnded':
    'The latest update of action {reference} says “{text}”, and nothing else says that it has ended. It is read as open.',
  'documents.problem.noNumbers':
    '{count, plural, one {The action here has no number. It gets the next free one.} other {The # actions here have no numbers. They get the next free ones.}}',
  'documents.problem.impossibleDue':
    'There is no such day as “{date}”. It is kept as words, and nothing can be late by it.',
  'documents.problem.hiddenSheet':
    'The sheet “{text}” is hidden in the workbook. What stands on it is read like the others.',
  'documents.problem.hiddenRows':
    '{count, plural, one {One row is hidden here, perhaps by a filter. It is read like the others.} other {# rows are hidden here, perhaps by a filter. They are read like the others.}}',
  'documents.problem.image':
    '{outside, select, yes {{count, plural, one {A picture stands beside the table. It isn’t brought in.} other {# pictures stand beside the table. They aren’t brought in.}}} other {This cell holds a picture. It isn’t brought in.}}',
  'documents.problem.chart':
    '{outside, select, yes {{count, plural, one {A chart stands beside the table. It isn’t brought in.} other {# charts stand beside the table. They aren’t brought in.}}} other {This cell holds a chart. It isn’t brought in.}}',
  'documents.problem.embedded':
    '{outside, select, yes {A document is embedded beside the table. It isn’t opened and isn’t brought in.} other {A document is embedded in this cell. It isn’t opened and isn’t brought in.}}',
  'documents.problem.comment': 'A comment says “{text}”. Comments aren’t brought in.',
  'documents.problem.deletedText': '“{text}” is marked as deleted, and stays out.',
  'documents.problem.hiddenText': '“{text}” is hidden in the document, and isn’t brought in.',
  'documents.problem.struckText': '“{text}” is struck through. It is brought in like any other words.',
  'documents.problem.nestedTable': 'A table stands inside this cell. Its words come in as lines.',
  'documents.problem.link': '“{text}” leads to {target}. The address isn’t brought in.',
  'documents.problem.outsideSource':
    '{known, select, no {The document takes something from another file. That isn’t opened.} other {The document takes something from outside: {text}. That isn’t opened.}}',
  'documents.problem.macros': 'The document holds macros. They aren’t run and aren’t brought in.',
  'documents.problem.pivot': 'A pivot table stands on this sheet. It is read as the cells it shows.',
  'documents.problem.formulaError': 'A formula here shows the error {text}. The cell is read as empty.',
  'documents.problem.formulaWithoutValue':
    'A formula here has no value that was saved. Open the file in Excel, save it, and try again; the cell is read as empty.',
  'documents.problem.farCells':
    '{count, plural, one {One cell stands far to the right, beyond {columns} columns. It isn’t brought in.} other {# cells stand far to the right, beyond {columns} columns. They aren’t brought in.}}',

  'documents.unreadable.empty': '{name} is empty.',
  'documents.unreadable.missing': '{name} isn’t there, or may not be read.',
  'documents.unreadable.binary':
    '{name} isn’t a document that can be read. Word (.docx), Excel (.xlsx), CSV, text with tabs and web pages can.',
  'documents.unreadable.otherFormat':
    '{name} is {format}, which can’t be read. Save it as Word (.docx) or Excel (.xlsx), or copy the table and paste it.',
  'documents.unreadable.oldOffice':
    '{name} is in the format of Office before 2007. Open it, save it as .docx or .xlsx, and try again.',
  'documents.unreadable.encrypted':
    '{name} is protected by a password or a label. Open it, save a copy without protection, and try again.',
  'documents.unreadable.archive':
    '{name} is an archive, or holds one. Take the tracker out of it and bring that in by itself.',
  'documents.unreadable.damaged':
    '{name} is damaged or cut off. Open it in its own program, save it again, and try that.',
  'documents.unreadable.unsafe':
    '{name} is built in a way that no program of Office builds a document, and isn’t opened. Save it again from Word or Excel.',
  'documents.unreadable.tooLarge':
    '{name} is too large: a document may have {longest, plural, other {# characters}} of text.',
  'documents.unreadable.tooManyRows':
    '{name} has too many rows: a document may have {longest, plural, other {# rows}} with words in them.',
  'documents.unreadable.unpacksTooFar':
    '{name} unpacks to far more than a document of its size can hold, and isn’t opened.',
  'documents.unreadable.tooSlow': 'Reading {name} takes too long, and was ended. Bring it in piece by piece.',
  'documents.unreadable.noTable': '{name} holds no table, and no sentence that says it is an action.',
  'documents.minutes.actions': 'Actions of the minutes',
  'documents.minutes.duties': 'Standing duties',
  'documents.unreadable.noActions':
    '{name} holds a table, but none of an action tracker: no column says what is to be done.',
  'documents.pasted': 'What was pasted',
}
