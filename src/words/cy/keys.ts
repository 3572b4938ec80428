import type { keys as english } from '../en/keys.ts'

export const keys: Record<keyof typeof english, string> = {
  'keys.title': 'Bysellau',
  'keys.close': 'Cau',
  'keys.or': 'neu',

  'keys.place.register': 'Unrhyw le yn y gofrestr',
  'keys.place.grid': 'Yn y rhestr',
  'keys.place.panel': 'Mewn cam sydd ar agor',
  'keys.place.form': 'Wrth ysgrifennu',

  'keys.add': 'Ychwanegu cam',
  'keys.search': 'Chwilio',
  'keys.undo': 'Tynnu’r newid diwethaf yn ôl',
  'keys.leave': 'Cau’r hyn sydd ar agor; yna gollwng yr hyn a ddewiswyd',
  'keys.help': 'Y daflen hon',
  'keys.open': 'Agor y cam',
  'keys.look': 'Edrych arno ac aros yn y rhestr',
  'keys.down': 'Y llinell nesaf',
  'keys.up': 'Y llinell flaenorol',
  'keys.pageDown': 'Un dudalen i lawr',
  'keys.pageUp': 'Un dudalen i fyny',
  'keys.home': 'Y llinell gyntaf; mewn cell, cell gyntaf y llinell',
  'keys.end': 'Y llinell olaf; mewn cell, cell olaf y llinell',
  'keys.first': 'Y llinell gyntaf',
  'keys.last': 'Y llinell olaf',
  'keys.right': 'I mewn i gelloedd y llinell',
  'keys.left': 'Yn ôl i’r llinell',
  'keys.select': 'Dewis y llinell, neu ei gollwng',
  'keys.selectDown': 'Dewis y llinell nesaf hefyd',
  'keys.selectUp': 'Dewis y llinell uwchben hefyd',
  'keys.selectAll': 'Dewis pob llinell yn yr olwg hon',
  'keys.next': 'Y cam nesaf yn y rhestr',
  'keys.previous': 'Y cam blaenorol yn y rhestr',
  'keys.saveLine': 'Cadw, o faes un llinell neu o eiriau cam newydd',
  'keys.save': 'Cadw',
  'keys.saveAnother': 'Cadw ac ysgrifennu un arall',

  'keys.cap.Space': 'Bylchwr',
  'keys.cap.ArrowDown': 'Saeth i lawr',
  'keys.cap.ArrowUp': 'Saeth i fyny',
  'keys.cap.ArrowLeft': 'Saeth i’r chwith',
  'keys.cap.ArrowRight': 'Saeth i’r dde',

  'keys.letters': 'Mae llythrennau ac arwyddion unigol yn fysellau',
  'keys.lettersHint':
    'Diffoddwch hyn os ydych yn siarad â’ch cyfrifiadur. Mae’n para nes yr agorir y dudalen o’r newydd.',
}
