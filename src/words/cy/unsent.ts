import type { unsent as english } from '../en/unsent.ts'

export const unsent: Record<keyof typeof english, string> = {
  'outbox.waits':
    'Mae {count, plural, one {# newid yn aros i’w anfon} two {# newid yn aros i’w hanfon} few {# newid yn aros i’w hanfon} many {# newid yn aros i’w hanfon} other {# newid yn aros i’w hanfon}}.',
  'outbox.waits.denied':
    'Nid yw {count, plural, one {# newid wedi’i gadw} two {# newid wedi’u cadw} few {# newid wedi’u cadw} many {# newid wedi’u cadw} other {# newid wedi’u cadw}}: cewch ddarllen y gofrestr hon ond nid ysgrifennu ynddi.',
  'outbox.waits.memory':
    'Peidiwch â chau’r dudalen hon: dim ond yma y cedwir yr hyn sydd wedi’i farcio’n OFFICIAL-SENSITIVE.',
  'outbox.held':
    'Mae {count, plural, one {# newid} two {# newid} few {# newid} many {# newid} other {# newid}} yn aros am eich penderfyniad.',
  'outbox.show': 'Dangos',
  'outbox.hide': 'Cuddio',
  'outbox.sendNow': 'Anfon nawr',

  'unsent.list': 'Yr hyn sydd heb ei gadw eto',
  'unsent.addUpdate': 'Diweddariad',
  'unsent.addAction': 'Cam newydd',
  'unsent.sending': 'Wrthi’n anfon…',
  'unsent.behind': 'Yn aros am yr hyn a wnaed o’i flaen.',
  'unsent.offline': 'Yn aros nes y byddwch ar-lein.',
  'unsent.throttled': 'Yn aros: mae SharePoint yn brysur.',
  'unsent.signIn': 'Yn aros nes y byddwch wedi mewngofnodi eto.',
  'unsent.denied': 'Heb ei gadw: cewch ddarllen y gofrestr hon ond nid ysgrifennu ynddi.',
  'unsent.fault': 'Yn aros: nid atebodd SharePoint fel y dylai ({requestId}).',
  'unsent.inDoubt': 'Efallai ei fod wedi’i gadw’n barod: ni ddywedodd SharePoint. Gofynnir iddo cyn gwneud dim arall.',
  'unsent.refused': 'Heb ei gadw. {why}',
  'unsent.stale': 'Heb ei gadw: newidiodd rhywun {reference} yn y cyfamser.',
  'unsent.open': 'Edrych ar y ddau',
  'unsent.takeBack': 'Tynnu’n ôl',
  'unsent.takeBack.label': 'Tynnu’n ôl: {what}',
  'unsent.edit': 'Newid fy ngeiriau',
  'unsent.discard': 'Taflu f’un i',
  'unsent.takenBack': 'Tynnwyd yn ôl. Ni anfonwyd dim.',
  'unsent.discarded': 'Taflwyd. Ni chadwyd dim.',

  'conflict.by': 'Newidiodd {author} ef ar {day} am {time}.',
  'conflict.mine': 'Eich un chi',
  'conflict.words': 'Eich geiriau',
}
