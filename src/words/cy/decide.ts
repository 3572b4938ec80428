import type { decide as en } from '../en/decide.ts'

export const decide: Record<keyof typeof en, string> = {
  'decide.title.discharge': 'Cyfrif bod {reference} wedi’i gyflawni?',
  'decide.title.extension': 'Rhagor o amser i {reference}?',
  'decide.evidence': 'Beth sy’n dangos ei fod wedi’i wneud',
  'decide.reason': 'Pam y gofynnir am ragor o amser',
  'decide.noWords': 'Ni ddywedwyd dim.',
  'decide.from': 'Y dyddiad nawr',
  'decide.to': 'Y dyddiad y gofynnir amdano',
  'decide.noDue': 'Dim dyddiad cyflawni',
  'decide.count':
    '{count, plural, =1 {Ei estyniad cyntaf} =2 {Ei ail estyniad} =3 {Ei drydydd estyniad} other {Ei estyniad rhif #}}',
  'decide.askedBy': 'Gofynnwyd gan',
  'decide.somebody': 'Rhywun nad yw ei enw’n hysbys bellach',
  'decide.askedOn': '{day} ({ago})',
  'decide.lapsesOn': 'Penderfynwch erbyn',
  'decide.lapses': '{ago}; ar ôl hynny rhaid gofyn eto',
  'decide.parts': 'Rhannau',
  'decide.history': 'Hanes ({count})',
  'decide.history.none': 'Ni ddywedwyd dim eto.',
  'decide.next': 'Nesaf: {words}',

  'decide.words': 'Eich rheswm',
  'decide.words.hint': 'Mae ei angen i wrthod; mae’n sefyll yn yr hanes.',
  'decide.words.missing':
    'Dywedwch pam rydych yn gwrthod: mae’n sefyll yn yr hanes, a bydd y sawl a ofynnodd yn ei ddarllen.',
  'decide.lacking':
    '{count, plural, one {Mae ateb ar goll o hyd. Mae angen rheswm i gymeradwyo hebddo.} two {Mae # ateb ar goll o hyd. Mae angen rheswm i gymeradwyo hebddynt.} other {Mae # ateb ar goll o hyd. Mae angen rheswm i gymeradwyo hebddynt.}}',
  'decide.words.hint.lacking': 'Mae ei angen i wrthod, ac i gymeradwyo tra bo atebion ar goll.',
  'decide.words.missing.lacking':
    'Mae atebion ar goll: dywedwch pam mae wedi’i gyflawni serch hynny. Mae’n sefyll yn yr hanes.',
  'decide.approve': 'Cymeradwyo',
  'decide.refuse': 'Gwrthod',
  'decide.approving': 'Wrthi’n cymeradwyo…',
  'decide.refusing': 'Wrthi’n gwrthod…',
  'decide.later': 'Nid nawr',
  'decide.close': 'Cau',
  'decide.nextStep.discharge':
    'O’i gymeradwyo, bydd yn cyfrif fel wedi’i wneud ac yn gadael y rhestr agored. O’i wrthod, bydd yn aros ar agor a bydd {name} yn darllen pam.',
  'decide.nextStep.extension':
    'O’i gymeradwyo, bydd ei ddyddiad yn symud i {to}; mae’r dyddiad cyntaf yn aros ar gofnod. O’i wrthod, bydd {from} yn sefyll a bydd {name} yn darllen pam.',
  'decide.them': 'y sawl a ofynnodd',
  'decide.deputy': 'Gall eich dirprwy, {name}, benderfynu ar hyn hefyd.',
  'decide.deputy.copy': 'Copïo dolen i’ch dirprwy',
  'decide.link': 'Copïo’r ddolen i {reference}',

  'decide.done.approved.discharge': 'Rydych wedi cymeradwyo bod {reference} wedi’i gyflawni',
  'decide.done.approved.extension': 'Rydych wedi rhoi rhagor o amser i {reference}',
  'decide.done.refused.discharge': 'Rydych wedi gwrthod cyfrif {reference} fel wedi’i gyflawni',
  'decide.done.refused.extension': 'Rydych wedi gwrthod rhagor o amser i {reference}',
  'decide.done': 'Mae’n sefyll yn y gofrestr, a dywedir wrth y sawl a ofynnodd.',
  'decide.before.title': 'Roedd penderfyniad ar {reference} eisoes',
  'decide.settled.title': 'Mae penderfyniad ar {reference}',
  'decide.before.approved': 'Cymeradwyodd {name} ef ar {day}. Mae hynny’n sefyll.',
  'decide.before.refused': 'Gwrthododd {name} ef ar {day}. Mae hynny’n sefyll.',
  'decide.before.lapsed': 'Ni phenderfynodd neb mewn pryd. Daeth i ben ar {day}, a cheir gofyn eto.',
  'decide.before.void': 'Newidiodd wrth i rywun benderfynu arno, ar {day}. Ceir gofyn eto.',
  'decide.said': 'Y rheswm a roddwyd',
  'decide.nothing.title': 'Dim byd i’w benderfynu yma',
  'decide.nothing': 'Tynnwyd y cais yn ôl, neu ni fu cais. Mae {reference} yn sefyll yn y gofrestr fel yr oedd.',

  'decide.why.notApprover':
    'Dim ond y cadeirydd, neu’r sawl y mae gosodiadau’r grŵp yn ei enwi, a’u dirprwyon, a all benderfynu ar hyn.',
  'decide.why.ownRequest': 'Chi eich hun a ofynnodd am hyn, felly rhywun arall sy’n penderfynu.',
  'decide.why.lapsed': 'Ni phenderfynodd neb ar hyn mewn pryd. Rhaid gofyn amdano eto.',
  'decide.changed':
    'Newidiodd hyn wrth i chi ei ddarllen. Yr hyn a welwch nawr yw sut y mae’n sefyll; edrychwch eto, yna penderfynwch.',
  'decide.unclear.busy':
    'Mae Microsoft 365 yn brysur, ac efallai na chyrhaeddodd eich penderfyniad. Anfonwch ef eto: bydd yn cyfrif unwaith.',
  'decide.unclear.offline':
    'Mae’n ymddangos eich bod all-lein, ac efallai na chyrhaeddodd eich penderfyniad. Anfonwch ef eto pan fydd gennych gysylltiad: bydd yn cyfrif unwaith.',
  'decide.unclear.signIn': 'Mewngofnodwch eto, yna anfonwch eich penderfyniad. Cedwir yr hyn a ysgrifennwyd gennych.',
  'decide.unclear.fault':
    'Aeth rhywbeth o’i le ar ein hochr ni, ac efallai na chyrhaeddodd eich penderfyniad. Anfonwch ef eto: bydd yn cyfrif unwaith.',
  'decide.again': 'Anfon eto',

  'decide.waits.discharge': 'Mae’r cynnig ei fod wedi’i gyflawni’n aros am benderfyniad.',
  'decide.waits.extension': 'Mae cais am ragor o amser, tan {to}, yn aros am benderfyniad.',
  'decide.waits.askedBy': 'Gofynnodd {name} {ago}.',
  'decide.open': 'Penderfynu…',
  'decide.open.label': 'Penderfynu ar {reference}…',
}
