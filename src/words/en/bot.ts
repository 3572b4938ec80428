import type { PromptKind } from '../../domain/prompting.ts'

/** What the bot says. Only the service reads these: no page loads them. */
export const bot = {
  'bot.fault': 'That didn’t work, and nothing was changed. Try again in a minute, or open Matters Arising.',

  'bot.message.title': '{count, plural, one {One matter for you} other {# matters for you}}',
  'bot.message.done': 'Nothing here waits for you any more',
  'bot.summary': '{title}, {late, plural, one {# of them late} other {# of them late}}',
  'bot.more': '{count, plural, one {And one more in My matters.} other {And # more in My matters.}}',
  'bot.dueOn': 'Due {day}, {told}',
  'bot.due': 'Due: {due}',

  'bot.kind.listWanted': 'A list to confirm: decided in the meeting',
  'bot.kind.listReminder': 'Still to confirm: decided in the meeting',
  'bot.kind.approvalWanted': 'Waits for your decision',
  'bot.kind.approvalReminder': 'Still waits for your decision',
  'bot.kind.overdue': 'Late',
  'bot.kind.overdueChair': 'Late in your group',
  'bot.kind.dueToday': 'Due now',
  'bot.kind.dueSoon': 'Due soon',
  'bot.kind.milestoneDue': 'Milestone',
  'bot.kind.assigned': 'New for you',
  'bot.kind.extensionDecided': 'More time: decided',
  'bot.kind.dischargeDecided': 'Discharge: decided',
  'bot.kind.notOurs': 'Somebody says it isn’t theirs',
  'bot.kind.signOffWanted': 'An answer waits for your sign-off',
  'bot.kind.responseOverdue': 'Your answer is late',
  'bot.kind.responseChased': 'The coordinator asks for your answer',
  'bot.kind.responseReturned': 'Your answer was returned',
  'bot.kind.responseDue': 'Your answer is due soon',
  'bot.kind.responseWanted': 'Your answer is wanted',
  'bot.kind.responseNotOurs': 'Somebody says a request isn’t theirs',
  'bot.kind.returnLate': 'Its answer stays late',
  'bot.kind.returnCirculated': 'What was gathered, for you',
  'bot.circulated': '{title}: {complete} of {asked} answered.',
  'bot.kind.vacancy': 'Nobody holds this post',

  'bot.told.givenAt': 'New for you, from the meeting of {day}',
  'bot.told.discharged': 'Discharge approved',
  'bot.told.notDischarged': 'Discharge not approved: it stays open',
  'bot.told.extended': 'More time granted',
  'bot.told.notExtended': 'More time not granted: the due stays',
  'bot.as.deputy': 'you stand in',
  'bot.as.coordinator': 'nobody else to ask',
  'bot.as.passedTo': 'passed on to you',

  'bot.mail.subject': 'Matters Arising: {title}',
  'bot.mail.why':
    'You get this by e-mail because Matters Arising can’t write to you in Teams. Add the app there to answer from a chat.',

  'bot.answer': 'Answer',
  'bot.decide': 'Decide',
  'bot.open': 'Open',
  'bot.mine': 'Open My matters',
  'bot.back': 'Back',
  'bot.send': 'Send update',
  'bot.nil': 'Nothing to report',
  'bot.proposeDischarge': 'Propose discharge',
  'bot.askExtension': 'Ask for more time',
  'bot.passOn': 'Pass it on',
  'bot.notOurs': 'It isn’t ours',
  'bot.choose.discharge': 'It is done…',
  'bot.choose.extension': 'More time…',
  'bot.choose.pass': 'Pass it on…',
  'bot.choose.notOurs': 'Not ours…',

  'bot.form.update': 'What has happened?',
  'bot.form.update.missing': 'Say what has happened, or choose “Nothing to report”.',
  'bot.form.next': 'Next step, if there is one',
  'bot.form.evidence': 'What shows that it is done?',
  'bot.form.evidence.missing': 'The chair decides by what shows that it is done.',
  'bot.form.to': 'New due',
  'bot.form.to.missing': 'Choose a day after today.',
  'bot.form.reason': 'Why is more time needed?',
  'bot.form.reason.missing': 'The chair decides by the reason.',
  'bot.form.person': 'To whom?',
  'bot.form.person.placeholder': 'Choose a colleague',
  'bot.form.person.missing': 'Choose who is to do it.',
  'bot.form.note': 'A word to go with it',
  'bot.form.whose': 'Whose is it, as far as you know?',
  'bot.form.nobody': 'Nobody else is in the group’s team. Ask its owner to add your colleague.',
  'bot.form.chairDecides': 'The chair decides.',
  'bot.form.firstDue': 'The chair decides. The first due stays on record.',
  'bot.form.accountable': 'You stay accountable for it.',
  'bot.form.coordinatorHears': 'The coordinator hears of it, and you aren’t asked again until they have answered.',

  'bot.nil.text': 'Nothing to report.',

  'bot.settled.update': 'Updated. Your words are in the register.',
  'bot.settled.nil': 'Recorded: nothing to report.',
  'bot.settled.proposeDischarge': 'Discharge proposed. The chair decides.',
  'bot.settled.askExtension': 'More time asked for. The chair decides.',
  'bot.settled.passOn': 'Passed on. Whoever passed it on stays accountable.',
  'bot.settled.notOurs': 'The coordinator knows that it isn’t yours.',
  'bot.settled.taken': 'Taken. It will stand in the register in a moment.',
  'bot.settled.gone': 'It is no longer in the register.',
  'bot.settled.list': 'Nothing of this list waits any more.',
  'bot.settled.discharged': 'Decided: it is discharged.',
  'bot.settled.notDischarged': 'It was not discharged: it stays open.',
  'bot.settled.due': 'Nothing is left to decide: this due holds.',
  'bot.settled.over': 'Nothing is left to answer: {status}.',

  'bot.unknown': 'This can’t be answered here any more. My matters shows how things stand.',
  'bot.notYours': 'This isn’t put to you, or not any more. Nothing was changed.',
  'bot.changed': 'It has changed since this was sent. Nothing was recorded: this is how it stands now.',

  'bot.greeting.title': 'Matters Arising writes to you here',
  'bot.greeting':
    'Once a day at most, when something is waiting for you. You can answer right here. Say “help” to see what else you can ask.',
  'bot.greeting.team':
    'Before each meeting this channel gets a summary. Mention me and say “help” to see what you can ask.',

  'bot.help.title': 'What you can ask',
  'bot.help.unknown': 'I didn’t understand that. This is what you can ask:',
  'bot.help.mine': '“my actions”: what waits for you, in all your groups',
  'bot.help.overdue': '“overdue”: what is late',
  'bot.help.find': '“find” and some words: actions that have them',
  'bot.help.help': '“help”: this. Mae’n deall Cymraeg hefyd: “help”, “fy nghamau”, “hwyr”, “chwilio”',

  'bot.list.mine':
    '{count, plural, =0 {Nothing is waiting for you} one {One action is yours} other {# actions are yours}}',
  'bot.list.overdue': '{count, plural, =0 {Nothing is late} one {One action is late} other {# actions are late}}',
  'bot.list.found':
    '{count, plural, =0 {No action has these words} one {One action has these words} other {# actions have these words}}',
  'bot.list.more': '{count, plural, one {And one more.} other {And # more.}}',
  'bot.list.withheld':
    '{count, plural, one {One is marked too high to be shown in a chat.} other {# are marked too high to be shown in a chat.}}',
  'bot.list.mineHere': 'What is yours is for you alone: ask me in our own chat, or open My matters.',
  'bot.list.findWhat': 'Say what to look for, for example “find briefing”.',

  'bot.digest.title': 'Before the meeting on {day}',
  'bot.digest.open': '{count, plural, =0 {No action is open} one {One action is open} other {# actions are open}}',
  'bot.digest.late': '{count, plural, =0 {none is late} one {one is late} other {# are late}}',
  'bot.digest.waiting':
    '{count, plural, =0 {nothing waits for the chair} one {one waits for the chair} other {# wait for the chair}}',
} satisfies Record<`bot.kind.${PromptKind}`, string> & Record<string, string>

export type BotKey = keyof typeof bot
