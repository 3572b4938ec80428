import type { sharepoint as english } from '../en/sharepoint.ts'

export const sharepoint: Record<keyof typeof english, string> = {
  'rowProblem.summary':
    '{count, plural, one {Ni ellir darllen # rhes yn SharePoint yn llawn} two {Ni ellir darllen # res yn SharePoint yn llawn} other {Ni ellir darllen # rhes yn SharePoint yn llawn}}',
  'rowProblem.where': '{list}, eitem {item}, colofn {column}',
  'rowProblem.keyMissing':
    'Fe’i hychwanegwyd â llaw ac nid oes ganddi allwedd, felly nid yw’n rhan o’r gofrestr. Ychwanegwch hi yma yn lle hynny.',
  'rowProblem.keyRepeated': 'Mae gan res arall yr un allwedd; honno a ddangosir.',
  'rowProblem.referenceInvalid': 'Nid yw’r cyfeirnod yn rhif a blwyddyn, er enghraifft 3/20.',
  'rowProblem.textMissing': 'Mae’r geiriau ar goll.',
  'rowProblem.choiceUnknown': 'Nid yw’r gwerth yn un o’r dewisiadau; dangosir yr un arferol yn ei le.',
  'rowProblem.dayInvalid': 'Nid yw’r diwrnod wedi’i ysgrifennu fel 2020-03-05, neu nid yw’n bod.',
  'rowProblem.dataBroken':
    'Newidiwyd y testun â llaw ac ni ellir ei ddarllen. Adferwch fersiwn gynharach yr eitem yn SharePoint.',
}
