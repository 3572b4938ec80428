import type { EventKind } from '../../domain/action.ts'

/** What happened to an action itself, as a line of its history. */
export const event = {
  'event.dueSet': 'Due set: {due}',
  'event.extensionAsked': 'Extension asked for: {from} to {to}',
  'event.extensionGranted': 'Extended: {from} to {to}',
  'event.extensionImported': 'Moved, as a document has it: “{from}”, then “{to}”',
  'event.extensionRefused': 'Extension refused: {from} stands',
  'event.extensionLapsed': 'Extension not decided in time: {from} stands',
  'event.milestoneSet': 'Milestone set: {purpose}, {due}',
  'event.milestoneDone': 'Milestone reached: {purpose}',
  'event.retained': 'Kept for the meeting of {day}',
  'event.dischargeProposed': 'Discharge proposed',
  'event.dischargeWithdrawn': 'Proposal of discharge withdrawn',
  'event.dischargeApproved': 'Discharged',
  'event.dischargeRefused': 'Discharge refused: it stays open',
  'event.dischargeLapsed': 'Discharge not decided in time: it stays open',
  'event.closed': 'Closed: {reason}',
  'event.reopened': 'Reopened',
  'event.statusFromEdition': 'A later edition says {to} (was: {from})',
  'event.reassigned': 'Owners: {from} to {to}',
  'event.reworded': 'Reworded. Before: {from}',
  'event.addressed':
    '{how, select, named {Addressed to {to}} changed {Addressed to {to}. Before: {from}} gone {Addressed to nobody. Before: {from}} other {Said whose deadline it is}}',
  'event.marked': 'Marked {level} {handling}',
  'event.partSet': 'Part ({letter}) set',
  'event.partDone': 'Part ({letter}) done',
  'event.partReopened': 'Part ({letter}) open again',
  'event.linked':
    '{link, select, waitsFor {Waits for {to}} alignedWith {Aligned with {to}} continues {Continues {to}} replaces {Replaces {to}} other {Referred to {to}}}',
  'event.answered': '{to} answered {what}',
  'event.unlinked':
    '{link, select, waitsFor {No longer waits for {to}} alignedWith {No longer aligned with {to}} continues {No longer continues {to}} replaces {No longer replaces {to}} other {No longer referred to {to}}}',
  'event.overridden': 'Status set by hand: {colour}',
  'event.putRight':
    '{what, select, discharge {It said discharged, and nobody had decided so: put right} extension {Its extensions weren’t as decided: put right} other {Its due had been changed by hand: put right}}',
  'event.handedOver':
    '{how, select, handed {{post}: handed over by {from} to {to}} filled {{post}: held by {to} from now on} other {{post}: vacant. Before: {from}}}',
  'event.overrideLifted': 'Status follows the rule again',
} satisfies Record<`event.${EventKind}`, string>
