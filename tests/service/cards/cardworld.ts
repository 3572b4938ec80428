/** Everything that a card can be: each kind of prompt, each form, each end, in both languages, with any words in it. */

import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Action } from '../../../src/domain/action.ts'
import type { MarkingLevel, Person } from '../../../src/domain/group.ts'
import type { CirculationContent } from '../../../src/domain/circulation.ts'
import { CONTROL_PROMPT_KINDS, isControlKind, type ControlMatter } from '../../../src/domain/controlprompting.ts'
import { untouched, type Answer, type RequestContent, type ResponseContent } from '../../../src/domain/request.ts'
import { isAboutResponse } from '../../../src/domain/requestprompting.ts'
import { PROMPT_KINDS, type PromptKind } from '../../../src/domain/prompt.ts'
import type { Snapshot } from '../../../src/domain/snapshot.ts'
import { ANSWER_VERBS, type CardGround, type CardPrompt } from '../../../src/service/cards/cardground.ts'
import { FORMS, makeItemCard, makeNoticeCard, makeSettledCard } from '../../../src/service/cards/itemcard.ts'
import { createLinks } from '../../../src/service/cards/links.ts'
import { makeDigest, makeListMessage, makeTalk } from '../../../src/service/cards/list.ts'
import { makeMessage } from '../../../src/service/cards/message.ts'
import { makeReportCard } from '../../../src/service/cards/report.ts'
import type { Language } from '../../../src/words/dates.ts'
import { createWords } from '../../../src/words/words.ts'
import { UNTOUCHED } from '../../domain/untouched.ts'

export const TODAY = '2026-11-24'
export const HOSTILE =
  '[click](https://evil.example) **bold** _it_ `x` # h\n- list\n1. one\n<a href="https://evil.example">x</a> <script>alert(1)</script> {{DATE(2026-11-24T00:00:00Z)}} ${x} \u202Egnp.exe ![i](https://evil.example/i.png) <at>Chair</at> https://evil.example'

export const person = (objectId: string, name = 'Aisha Khan'): Person => ({ tenantId: 't', objectId, name })

export function anAction(over: Partial<Action> = {}): Action {
  return {
    ...UNTOUCHED,
    id: 'action-1',
    reference: '1/26',
    details: 'Send the quarterly figures for the region to the ROCU',
    parts: [
      { letter: 'a', details: 'the first half', owners: [], due: null, status: 'open' },
      { letter: 'b', details: 'the second half', owners: [], due: null, status: 'done' },
    ],
    owners: [{ organisation: 'north' }],
    due: { kind: 'day', day: '2026-11-03', words: '3 November 2026' },
    milestones: [
      { id: 'milestone-1', purpose: 'First draft', due: { kind: 'day', day: '2026-11-26', words: '' }, done: null },
    ],
    version: 'v',
    createdBy: 'x',
    createdAt: '2026-01-05T09:00:00Z',
    modifiedAt: '2026-01-05T09:00:00Z',
    ...over,
  }
}

export function aSnapshot(actions: readonly Action[], over: Partial<Snapshot['group']> = {}): Snapshot {
  const group = {
    key: 'sgg',
    name: 'Strategic Governance Group',
    marking: { level: 'OFFICIAL' as MarkingLevel },
    lateBy: 'current' as const,
    ...over,
  }
  return {
    group,
    organisations: new Map(),
    posts: new Map([
      [
        'north-spoc',
        {
          key: 'north-spoc',
          title: `CSE SPOC ${over.name ?? ''}`,
          organisation: 'north',
          role: 'spoc',
          holder: null,
          deputy: null,
          from: null,
          to: null,
        },
      ],
    ]),
    meetings: new Map([['m', { key: 'm', day: '2026-12-08', title: 'December', status: 'planned' }]]),
    views: null,
    actions: new Map(actions.map((action) => [action.id, action])),
  }
}

export function aPrompt(over: Partial<CardPrompt> = {}): CardPrompt {
  return {
    id: 'prompt-AAAAAAAAAAAAAAAAAAAA',
    key: 'k',
    kind: 'overdue',
    group: 'sgg',
    action: 'action-1',
    part: null,
    milestone: null,
    subject: null,
    to: person('spoc'),
    post: 'north-spoc',
    as: 'holder',
    day: '2026-11-03',
    ...over,
  }
}

export function aGround(
  actions: readonly Action[] = [anAction()],
  over: {
    readonly language?: Language
    readonly group?: Partial<Snapshot['group']>
    readonly wordsUpTo?: 'none' | MarkingLevel
    readonly answers?: CardGround['answers']
    /** Of what is asked of the organisations. */
    readonly title?: string
    /** What became of what is on Control. */
    readonly decided?: ControlMatter['stands']
  } = {},
): CardGround {
  return {
    words: createWords(over.language ?? 'en'),
    today: TODAY,
    links: createLinks({
      teams: 'https://teams.microsoft.com',
      teamsApp: '11111111-aaaa-4000-8000-0000000000aa',
      tabOrigin: 'https://matters.example',
      placeOf: () => ({ siteId: 'contoso.sharepoint.com,a,b', channelId: '19:x@thread.tacv2' }),
    }),
    groups: new Map([
      [
        'sgg',
        {
          snapshot: aSnapshot(actions, over.group),
          settings: { wordsUpTo: over.wordsUpTo ?? 'OFFICIAL' },
          requests: new Map([['r1', aRequest(over.title ?? 'Flags in force')]]),
          responses: new Map(RESPONSES.map((each) => [each.key, each])),
          circulations: new Map([['c1', CIRCULATED]]),
          matters: new Map(
            over.decided
              ? [['access-n1', aMatter({ asks: [], stands: over.decided })]]
              : [['access-n1', aMatter({ title: over.title ?? 'The database' })]],
          ),
        },
      ],
    ]),
    answers: over.answers ?? new Map(),
  }
}

/** Something of Control of which everything is asked, of the same person. */
export function aMatter(over: Partial<ControlMatter> = {}): ControlMatter {
  const to = [{ person: person('spoc'), post: 'north-spoc', as: 'holder', vacant: null } as const]
  const asks = CONTROL_PROMPT_KINDS.map((kind) => ({ kind, to, occurrence: '', since: TODAY }))
  return { subject: 'access-n1', title: 'The database', titleWelsh: '', due: '2026-11-26', asks, stands: {}, ...over }
}

function aRequest(title: string): RequestContent {
  return {
    key: 'r1',
    title,
    words: title,
    action: null,
    organisations: ['north', 'signing', 'disowning'],
    opens: null,
    due: '2026-11-10',
    fields: [{ key: 'incidents', title, type: 'number', unit: null, required: true, min: 0, max: null, choices: [] }],
    signOff: true,
    marking: null,
    return: null,
    period: null,
    status: 'open',
    log: [],
  }
}

const COUNTED: Answer = {
  words: '',
  values: { incidents: 3471 },
  files: [],
  nil: false,
  by: person('spoc'),
  day: '2026-11-04',
  recorded: null,
  like: null,
}
const CIRCULATED: CirculationContent = {
  return: 'ocag',
  period: 'r1',
  day: '2026-11-06',
  by: null,
  stood: [{ organisation: 'counted', state: 'accepted', entry: 'e1' }],
  copies: [],
}
const RESPONSES: readonly ResponseContent[] = [
  { ...untouched('r1', 'signing'), state: 'awaitingSignOff' },
  {
    ...untouched('r1', 'counted'),
    state: 'accepted',
    answer: COUNTED,
    log: [{ id: 'e1', kind: 'answered', day: COUNTED.day, by: COUNTED.by, words: '', answer: COUNTED, people: [] }],
  },
  { ...untouched('r1', 'disowning'), disowned: { by: person('spoc'), day: '2026-11-05' } },
]

/** The same prompt of each kind, and of a part, a milestone, and as each kind of addressee. */
export function everyPrompt(): readonly CardPrompt[] {
  const kinds = PROMPT_KINDS.map((kind) => promptOfKind(kind))
  return [
    ...kinds,
    aPrompt({ id: 'prompt-part', part: 'a', as: 'deputy' }),
    aPrompt({ id: 'prompt-done', part: 'b', as: 'coordinator' }),
    aPrompt({ id: 'prompt-passed', kind: 'dueSoon', as: 'passedTo' }),
    aPrompt({ id: 'prompt-gone', action: 'gone' }),
  ]
}

function promptOfKind(kind: PromptKind): CardPrompt {
  if (kind === 'returnCirculated') {
    return aPrompt({ id: `prompt-${kind}`, kind, action: null, subject: 'c1', day: CIRCULATED.day })
  }
  if (isAboutResponse({ kind })) {
    const organisation = kind === 'signOffWanted' ? 'signing' : kind === 'responseNotOurs' ? 'disowning' : 'north'
    return aPrompt({ id: `prompt-${kind}`, kind, action: null, subject: `r1.${organisation}` })
  }
  if (isControlKind(kind)) return aPrompt({ id: `prompt-${kind}`, kind, action: null, subject: 'access-n1' })
  const subject = kind.startsWith('approval') || kind.endsWith('Decided') ? 'discharge-action-1' : null
  return aPrompt({
    id: `prompt-${kind}`,
    kind,
    subject,
    milestone: kind === 'milestoneDue' ? 'milestone-1' : null,
    ...(kind === 'vacancy' ? { action: null, post: 'north-spoc' } : {}),
  })
}

/** Every card that there is, by a name of its own. */
export function everyCard(text: string): ReadonlyMap<string, IAdaptiveCard> {
  const cards = new Map<string, IAdaptiveCard>()
  for (const language of ['en', 'cy'] as const) {
    for (const wordsUpTo of ['OFFICIAL', 'none'] as const) {
      const action = anAction({
        details: text,
        reference: '1/26',
        parts: anAction().parts.map((part) => ({ ...part, details: text })),
        milestones: anAction().milestones.map((milestone) => ({ ...milestone, purpose: text })),
        due: { kind: 'until', condition: text, words: text },
      })
      const proposed = anAction({
        ...action,
        status: 'dischargeProposed',
        discharge: { evidence: text, proposedOn: TODAY, proposedBy: person('spoc'), decision: null },
      })
      const group = { name: text.slice(0, 60), marking: { level: 'OFFICIAL' as const, handling: text.slice(0, 60) } }
      const named = (name: string): string => [name, language, wordsUpTo].join(' ')
      const ground = aGround([action], { language, wordsUpTo, group, title: text })
      const asked = aGround([proposed], { language, wordsUpTo, group })
      cards.set(named('message'), makeMessage(everyPrompt(), ground).card)
      cards.set(named('message of nothing'), makeMessage([], ground).card)
      cards.set(named('notice'), makeNoticeCard(ground, ground.words.say('bot.notYours')))
      const colleagues = [person('one', text.slice(0, 80)), person('two', 'Ruth Hollis')]
      const typed = { text, next: text, evidence: text, reason: text, words: text, to: '2026-12-01' }
      for (const prompt of everyPrompt()) {
        for (const form of FORMS) {
          const options = { form, colleagues, typed, problem: ground.words.say('bot.changed') }
          cards.set(named(`${form} ${prompt.id}`), makeItemCard(prompt, ground, options))
        }
        cards.set(named(`asked ${prompt.id}`), makeItemCard(prompt, asked, { form: 'open' }))
        for (const verb of ANSWER_VERBS) {
          const answer = { verb, person: person('spoc'), day: TODAY, state: 'applied' as const }
          const answered = { ...ground, answers: new Map([[prompt.id, answer]]) }
          cards.set(named(`${verb} ${prompt.id}`), makeSettledCard(prompt, answered, ground.words.say('bot.changed')))
        }
      }
      const place = ground.groups.get('sgg')!
      const listed = Array.from({ length: 15 }, () => ({ action, ...place }))
      for (const isPublic of [true, false]) {
        const { card } = makeListMessage(ground.words.say('bot.list.mine', { count: 15 }), listed, ground, { isPublic })
        cards.set(named(`list ${isPublic}`), card)
      }
      cards.set(named('digest'), makeDigest(place, { meeting: '2026-12-08', waiting: 2 }, ground).card)
      const isNamed = wordsUpTo !== 'none'
      const takers = ['sgg', 'ocag'].map((key) => ({ key, name: text.slice(0, 60), isNamed }))
      cards.set(named('talk of an incident'), makeReportCard(ground.words, takers, ground.links).card)
      cards.set(named('talk'), makeTalk(ground.words, ground.words.say('bot.help.title'), ['x'], ground.links).card)
    }
  }
  return cards
}
