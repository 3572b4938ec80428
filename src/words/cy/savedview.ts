import type { savedview as english } from '../en/savedview.ts'

export const savedview: Record<keyof typeof english, string> = {
  'savedview.title': 'Cadw’r hyn a welwch fel golwg',
  'savedview.name': 'Enw',
  'savedview.scope': 'Pwy sy’n ei gweld',
  'savedview.scope.mine': 'Dim ond fi',
  'savedview.scope.group': 'Pawb yn y grŵp',
  'savedview.save': 'Cadw’r olwg',
  'savedview.saveNew': 'Cadw fel un newydd',
  'savedview.remove': 'Tynnu’r olwg',
  'savedview.share': 'Copïo’r ddolen ati',
  'savedview.notYours': 'Golwg y grŵp yw hon; ei gydlynwyr sy’n ei newid. Gallwch ei chadw fel eich un chi.',
  'savedview.saved': 'Cadwyd yr olwg “{name}”.',
  'savedview.removed': 'Tynnwyd yr olwg “{name}”. Ni newidiwyd yr un cam.',
  'savedview.stale':
    'Newidiodd rhywun yr olwg hon yn y cyfamser. Dewiswch hi eto ar y chwith i’w gweld fel y mae nawr.',
  'savedview.gone': 'Tynnodd rhywun yr olwg hon yn y cyfamser. Gallwch ei chadw fel un newydd.',
}
