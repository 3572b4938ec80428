import type { answer as en } from '../en/answer.ts'

export const answer: Record<keyof typeof en, string> = {
  'answer.missing.title': 'Nid yw’r cam hwn yno',
  'answer.missing': 'Efallai iddo gael ei dynnu o’r gofrestr. Agorwch y gofrestr i weld beth sydd yno.',
  'answer.nil': 'Dim i’w adrodd',
  'answer.nil.text': 'Dim i’w adrodd.',
  'answer.kept': 'Mae’n sefyll yn y gofrestr.',
  'answer.unreachable':
    'Nid oedd modd cyrraedd y gwasanaeth. Cedwir yr hyn a ysgrifennwyd gennych: anfonwch ef eto, bydd yn cyfrif unwaith.',
  'answer.pass': 'Ei drosglwyddo',
  'answer.pass.note': 'Gofynnir i’ch cydweithiwr yn eich lle o hyn ymlaen. Chi sy’n dal yn atebol amdano.',
  'answer.pass.to': 'I bwy',
  'answer.pass.nobody': 'Dewiswch gydweithiwr',
  'answer.pass.choose': 'Dewiswch i bwy y mae’n mynd.',
  'answer.pass.words': 'Gair i’r cydweithiwr, os mynnwch',
  'answer.pass.send': 'Ei drosglwyddo',
  'answer.pass.done': 'Mae {reference} yn mynd at {name}',
  'answer.pass.kept': 'Chi sy’n dal yn atebol amdano, a dywedir wrthych os bydd yn hwyr.',
  'answer.notOurs': 'Nid ni biau hwn',
  'answer.notOurs.note': 'Dywedir wrth y cydlynydd, sy’n penderfynu pwy a’i piau. Tan hynny bydd yn aros lle y mae.',
  'answer.notOurs.words': 'Pwy a’i piau, neu pam nad chi',
  'answer.notOurs.send': 'Dweud wrth y cydlynydd',
  'answer.notOurs.done': 'Dywedwyd wrth y cydlynydd am {reference}',
  'answer.notOurs.kept': 'Ni ofynnir i chi amdano eto nes bydd y cydlynydd wedi ateb.',
}
