/** What is said of a log of inspection recommendations, and of a document of workstreams, that is brought in. */
export const inspections = {
  'documents.problem.editionDay':
    'The document doesn’t say which day it is of. The last day that it names is {proposed}, and it is read as of that day. Say which it is.',
  'documents.problem.reportUnnamed':
    'A table stands here below no report. Say which report its recommendations are of.',
  'documents.problem.publishedMissing':
    '{text, select, none {“{title}” doesn’t say when it was published.} other {“{text}” is no day or month on which “{title}” can have been published.}}',
  'documents.problem.publishedContradicts': '“{title}” was published in {text}, and then says: {other}. Both are kept.',
  'documents.problem.claimDiffers':
    '“{title}” claims {claimed, plural, other {#}} for the force. It shows {shown, plural, other {#}}, and {earlier, plural, other {#}} were complete or closed earlier: these don’t agree.',
  'documents.problem.claimsContradict': 'What “{title}” counts contradicts itself: {text}',
  'documents.problem.numberMissing':
    'The document has no number for “{text}”. It comes in without one.{perhaps, select, none {} other { By those around it, it would be {perhaps}.}}',
  'documents.problem.kindMissing':
    'Nothing says whether “{text}” is a recommendation, an area for improvement or a cause of concern. It is read as a recommendation.',
  'documents.problem.headingUnknown':
    'The column “{heading}” isn’t one that recommendations have. What stands in it isn’t brought in, and is told row by row.',
  'documents.problem.statusUnknown':
    '{text, select, none {Recommendation {number} has no status.} other {“{text}” isn’t a status that recommendation {number} can have. Its words are kept.}}',
  'documents.problem.statusSlipped':
    '“{text}” stands under {from}. It is read as the status of {to, select, row {the row} other {a bullet}}.',
  'documents.problem.statusOfNoPart':
    '“{text}” stands beside recommendation {number}, and nothing says of which bullet.',
  'documents.problem.positionMissing': 'Recommendation {number} has no comment: nothing says where it stands.',
  'documents.problem.dueMissing': 'Recommendation {number} has no due date, and nothing says why.',
  'documents.problem.tornWord': 'A page ends in the middle of a word here. It is read as “{text}”.',
  'documents.problem.wordsMissing':
    'This goes on in the middle of a sentence, and the words before it are missing in the document: “{text}”',
  'documents.problem.noSuchDay': 'There is no such date as “{date}”. The words stay as they are.',
  'documents.problem.severalDues':
    'Recommendation {number} has several dues, and nothing says which counts: {text}. All are kept; the last counts.',
  'documents.problem.extensionNotLater':
    'Recommendation {number} was moved from “{from}” to “{to}”, which isn’t later. Both are kept.',
  'documents.problem.dueUnplaced':
    'Nothing says from when recommendation {number} was moved, or whether it was, with “{text}”. No extension is made of it; its words are kept.',
  'documents.problem.stageMoved':
    'Recommendation {number} was due “{from}”, and then “{to}”. It is read as an extension; it may be a milestone that was reached.',
  'documents.problem.deadlineDiffers':
    'Recommendation {number} asks for it {deadline}, which is {day}; the log begins with “{due}”. Both are kept.',
  'documents.problem.ruleDiffers':
    'Recommendation {number} is {status} in the document. By the rule it is {rule} on {day}, and {first} where the first due counts. Both are shown.',
  'documents.problem.workstreamField':
    '{number} has no {field, select, objective {policing objective} workStream {work stream} chiefOfficerLead {chief officer lead} smtLead {SMT lead} status {current status} planned {progress planned for the next quarter} other {barriers}}. It is left empty.',
  'documents.problem.periodContradicts':
    'The status of {number} says that it is of {period}, and tells of {date}. Both are kept.',
  'documents.problem.objectiveDiffers':
    'The objective of {number} is “{text}” here, and “{heading}” above. Both are kept.',
  'documents.problem.workstreamUnnumbered':
    'The work stream “{text}” has no number: the document begins in the middle of one, or leaves it out.',
}
