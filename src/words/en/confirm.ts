/** The chair confirms what a meeting decided aloud, once and as one list. */
export const confirm = {
  'confirm.title': 'Confirm what was decided',
  'confirm.lead': '{meeting}. {name} recorded this as decided in the meeting.',
  'confirm.count':
    '{discharges, plural, =0 {} one {One discharge} other {# discharges}}{both, select, yes { and } other {}}{extensions, plural, =0 {} one {one extension} other {# extensions}}.',
  'confirm.hint': 'Untick what was decided otherwise: it is refused, and stays as it was.',
  'confirm.list': 'What was decided',
  'confirm.discharge': 'Discharge {reference}',
  'confirm.extension': 'More time for {reference}',
  'confirm.untilLabel': 'From {from} to {to}.',
  'confirm.approved': 'Confirmed',
  'confirm.refused': 'Not confirmed',
  'confirm.changed': 'Changed since it was put here',
  'confirm.reason': 'Why not the ones you unticked',
  'confirm.reason.hint': 'It stands in their history.',
  'confirm.reason.missing': 'Say why you don’t confirm them: it stands in their history.',
  'confirm.all': '{count, plural, one {Confirm it} other {Confirm all #}}',
  'confirm.some': 'Confirm {count}, refuse {refused}',
  'confirm.none': '{refused, plural, one {Refuse it} other {Refuse all #}}',
  'confirm.sending': 'Sending…',
  'confirm.next': 'Confirmed, each takes effect at once, and its history says that you decided it.',
  'confirm.deputy': 'Your deputy, {name}, can confirm this too.',
  'confirm.done.title': 'Confirmed',
  'confirm.done':
    '{approved, plural, =0 {Nothing takes effect} one {One decision takes effect} other {# decisions take effect}}; {refused, plural, =0 {nothing was refused} one {one was refused} other {# were refused}}.',
  'confirm.before.title': 'This list had been confirmed already',
  'confirm.before': '{name} decided on {day}. That stands.',
  'confirm.why.notApprover': 'Only the chair of the group, or the chair’s deputy, confirms this.',
  'confirm.why.ownRequest': 'You recorded some of this yourself, so somebody else confirms it.',
  'confirm.why.lapsed': 'Nobody confirmed this in time. It has to be asked for again.',
  'confirm.why.changed':
    'Something on this list changed after it was put. Its coordinator puts it again; you are told then.',
} as const
