/** The accessibility statement, as the UK’s regulations of 2018 want it. */
export const accessibility = {
  'accessibility.title': 'Accessibility statement',
  'accessibility.intro':
    'Matters Arising is meant to be used by everybody. This statement is about the pages that it shows in Microsoft Teams; Teams itself has a statement of Microsoft’s own.',
  'accessibility.scope':
    'It is run by the organisation whose Microsoft 365 you use it in, which wants as many people as possible to be able to use it.',
  'accessibility.use.title': 'What you should be able to do',
  'accessibility.use':
    'Do everything with a keyboard alone, with speech recognition or with a screen reader; zoom in to 400% without scrolling sideways; read it in light, dark and high contrast; and switch between English and Welsh on every page.',
  'accessibility.keys.title': 'Keys',
  'accessibility.keys.row':
    'Arrows, Page Up, Page Down, Home and End move through the register; Enter opens an action.',
  'accessibility.keys.escape': 'Escape closes what is open on top.',
  'accessibility.keys.tab': 'Tab moves between the parts of a page; the register is one stop.',
  'accessibility.known.title': 'What isn’t right yet',
  'accessibility.known.manual':
    'It hasn’t yet been tried by people who use assistive technology every day. Until it has been, we don’t call it fully compliant.',
  'accessibility.known.documents':
    'Text that was brought in from documents is shown in the language it was written in, and that language isn’t marked for screen readers (success criterion 3.1.2, language of parts).',
  'accessibility.report.title': 'Tell us, or ask for another format',
  'accessibility.report':
    'If something stands in your way, or if you need the register in another format such as large print or a plain document, tell {contact}.',
  'accessibility.report.coordinator': 'your group’s coordinator or your organisation’s digital accessibility contact',
  'accessibility.report.answer':
    'Say what you wanted to do and what you use to read. You get an answer within 10 working days.',
  'accessibility.enforcement.title': 'If you aren’t content with the answer',
  'accessibility.enforcement':
    'The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 in England, Scotland and Wales. Contact the Equality Advisory and Support Service (equalityadvisoryservice.com). In Northern Ireland, contact the Equality Commission for Northern Ireland.',
  'accessibility.technical.title': 'Technical information',
  'accessibility.technical':
    'The organisation is committed to making this app accessible in accordance with those regulations.',
  'accessibility.status':
    'It is partially compliant with the Web Content Accessibility Guidelines, version 2.2, level AA, because of what is named above.',
  'accessibility.burden': 'Nothing is left out as a disproportionate burden, and nothing lies outside the regulations.',
  'accessibility.next.title': 'What is done to make it better',
  'accessibility.next':
    'It is to be tried by people who use screen readers, magnifiers and speech recognition, and what they find is put right before what is new.',
  'accessibility.preparation.title': 'Preparation of this statement',
  'accessibility.preparation': 'It was prepared on {day} and last reviewed on {day}.',
  'accessibility.tested':
    'Every page was last tested on {day} by its makers: by axe, an automatic test, in light, dark and high contrast, in both languages, on a phone’s width and at 400% zoom; and by the keyboard alone.',
} as const
