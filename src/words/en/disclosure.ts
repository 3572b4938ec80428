/** Requests under the Freedom of Information Act, and the copy that is given out. */
export const disclosure = {
  'disclosure.copy.title': 'Action tracker of {group}, provided to {authority}',
  'disclosure.copy.marking': 'Copy released under the Freedom of Information Act 2000',
}
