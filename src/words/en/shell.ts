/** The frame around every page: signing in, what can go wrong, language, accessibility. */
export const shell = {
  'shell.loading': 'Opening…',
  'shell.signIn.title': 'Sign in to continue',
  'shell.signIn.why': 'Microsoft 365 wants you to confirm that this app may open the group’s lists as you.',
  'shell.signIn.do': 'Sign in',
  'shell.signIn.asked': 'Microsoft 365 asks you to sign in. What you typed is kept.',
  'shell.again': 'Try again',
  'shell.reload': 'Reload',
  'shell.openTeams': 'Open Teams',
  'shell.requestId': 'If you report this, give the number {id}.',

  'shell.fault.outsideTeams.title': 'This opens inside Microsoft Teams',
  'shell.fault.outsideTeams': 'Open the group’s channel in Teams and choose its tab.',
  'shell.fault.signInUnsupported.title': 'This Teams can’t sign you in here',
  'shell.fault.signInUnsupported': 'Update Teams, or open the tab in Teams on the web.',
  'shell.fault.signInSlow.title': 'Signing in takes too long',
  'shell.fault.signInSlow': 'Microsoft 365 hasn’t answered. Nothing is lost: try again.',
  'shell.fault.signInFailed.title': 'You couldn’t be signed in',
  'shell.fault.signInFailed': 'Microsoft 365 refused ({detail}). Try again, or ask your administrator.',
  'shell.fault.personChanged.title': 'Somebody else is signed in now',
  'shell.fault.personChanged': 'Reload to see the page as the person whom Teams now knows.',
  'shell.fault.configuration.title': 'This app isn’t set up yet',
  'shell.fault.configuration': 'Its administrator has to complete the configuration: {detail}.',
  'shell.fault.addressUnknown.title': 'There is no such page',
  'shell.fault.addressUnknown': 'The tab’s address is incomplete. Remove the tab from the channel and add it again.',
  'shell.fault.offline.title': 'You are offline',
  'shell.fault.offline': 'Nothing was changed. Try again when you are connected.',
  'shell.fault.service.title': 'The service had a fault',
  'shell.fault.service': 'Nothing more was changed. Try again in a minute.',
  'shell.fault.unknown.title': 'Something went wrong on this page',
  'shell.fault.unknown': 'What was saved is safe. Reload the page to go on.',

  'shell.language.switch': 'Cymraeg',
  'shell.footer': 'About this app',
  'shell.accessibility': 'Accessibility',
  'shell.back': 'Back',

  'accessibility.title': 'Accessibility statement',
  'accessibility.intro':
    'Matters Arising is meant to be used by everybody: with a keyboard alone, with a screen reader, at 400% zoom, in high contrast, in English and in Welsh.',
  'accessibility.status.title': 'How accessible it is',
  'accessibility.status':
    'It is built to meet the Web Content Accessibility Guidelines, version 2.2, level AA. Every page is checked by automatic tests in light, dark and high contrast, in both languages, at phone width.',
  'accessibility.known.title': 'What we know isn’t right yet',
  'accessibility.known.manual':
    'It hasn’t yet been tried by people who use assistive technology every day. Until it has been, we don’t call it fully compliant.',
  'accessibility.known.documents':
    'Text brought in from documents is shown in the language it was written in; that language isn’t marked for screen readers.',
  'accessibility.keys.title': 'Keys',
  'accessibility.keys.row':
    'Arrows, Page Up, Page Down, Home and End move through the register; Enter opens an action.',
  'accessibility.keys.escape': 'Escape closes what is open on top.',
  'accessibility.keys.tab': 'Tab moves between the parts of a page; the register is one stop.',
  'accessibility.report.title': 'Tell us',
  'accessibility.report':
    'If something stands in your way, tell your group’s coordinator or your organisation’s digital accessibility contact. They can also give you the register in another format.',
  'accessibility.enforcement.title': 'If nothing happens',
  'accessibility.enforcement':
    'The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. Contact the Equality Advisory and Support Service if you aren’t content with the answer.',
} as const
