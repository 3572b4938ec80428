/** Why the service says no to something about access to a restricted resource, and how to put it right. */
export const accessRefusal = {
  'refusal.nominationMissing': 'There is no such nomination here.',
  'refusal.nominatedAlready': '{name} has been nominated already. Revoke that first, and have the account closed.',
  'refusal.teamUnknown': 'Pick one of the teams of this resource.',
  'refusal.trainingDayWrong': 'Give the day of the training: today or earlier.',
  'refusal.accessMovedOn': 'This no longer waits: somebody was quicker, or a day has come. Look at it again.',
  'refusal.approvedAlready': 'You gave the first approval. Somebody else must give the second.',
  'refusal.reviewMissing': 'There is no such review here.',
  'refusal.availabilityNeeded': 'Say how the material is made available to your staff.',
  'refusal.personNotReviewed': 'Answer for at least one of the people whom this review is about.',
  'refusal.resourceMissing': 'This group has no such resource.',
}
