/**
 * Every view that is worth a picture, as a table: who looks, where, what is wrong on the way, and what they do first.
 * A further view is one line. Nobody writes anything here but that a meeting begins: the demonstration stays as it was told.
 */

import type { Frame, Page } from 'playwright-core'
import type { SwitchedRoom } from '../domain/group.ts'
import type { Fault } from '../local/graph/faults.ts'
import { LANGUAGES } from '../words/dates.ts'
import { enterRoom } from './entering.ts'
import { createWords, type WordKey, type Words } from '../words/words.ts'

/** What is before the camera: the host's page, the app's frame in it, and the words of its language. */
export interface Scene {
  readonly page: Page
  readonly app: () => Promise<Frame>
  readonly words: Words
}

export interface Look {
  readonly name: string
  readonly as: string
  readonly at: Readonly<Record<string, string>>
  /** What Teams itself shows is in the picture: on a desktop, as wide as that is. */
  readonly withTeams?: boolean
  /** Strikes every request of this person's tab to Graph. */
  readonly fault?: Fault
  /** Done before the picture; waits for what the picture is of. */
  readonly first: (scene: Scene) => Promise<void>
}

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' }
const ACCESS = { team: 'ocag-access', channel: 'Access' }
const WORKING = { team: 'missing-children', channel: 'Working group' }
const MINE = { tab: 'mine' }
const CHAT = { view: 'chat' }
const PHONE = { ...CHAT, device: 'phone' }

const TRACKER = [
  'No\tDetails\tUpdate\tOwner',
  '1/21\tForces to say who answers at night\t7/2/2021: All five do. ACTION: Discharged\tNMP',
  '2/21\tA speaker for the group\tMarches\t',
  '3/21\tA list of places\tNobody has said when\tROCU',
].join('\n')

const WAIT = { kind: 'status', status: 429, retryAfter: 600 } as const
const MORE = { kind: 'claims', claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' } as const

export const LOOKS: readonly Look[] = [
  { name: 'register', as: 'coordinator', at: GOVERNANCE, first: rows },
  { name: 'action', as: 'coordinator', at: GOVERNANCE, first: action },
  { name: 'writing', as: 'spoc-vale', at: GOVERNANCE, first: writing },
  { name: 'adding', as: 'coordinator', at: GOVERNANCE, first: pressing('register.add') },
  { name: 'exporting', as: 'coordinator', at: GOVERNANCE, first: pressing('exporting.open') },
  { name: 'nothing-found', as: 'chair', at: GOVERNANCE, first: nothingFound },
  { name: 'second-group', as: 'iao', at: ACCESS, first: rows },
  { name: 'mine', as: 'spoc-vale', at: MINE, first: heading },
  { name: 'mine-deciding', as: 'chair', at: MINE, first: heading },
  { name: 'my-settings', as: 'chair', at: MINE, first: mySettings },
  { name: 'group-settings', as: 'coordinator', at: GOVERNANCE, first: pressing('register.settings') },
  { name: 'deciding', as: 'chair', at: MINE, first: deciding },
  { name: 'requests', as: 'coordinator', at: GOVERNANCE, first: requests },
  { name: 'requests-response', as: 'coordinator', at: GOVERNANCE, first: response },
  { name: 'requests-answering', as: 'spoc-welsh', at: MINE, first: responding },
  { name: 'people', as: 'coordinator', at: GOVERNANCE, first: people },
  { name: 'people-organisations', as: 'coordinator', at: GOVERNANCE, first: organisations },
  { name: 'people-post', as: 'coordinator', at: GOVERNANCE, first: post },
  { name: 'meetings', as: 'coordinator', at: GOVERNANCE, first: meetings },
  { name: 'meeting', as: 'coordinator', at: GOVERNANCE, first: meeting },
  { name: 'meeting-mode', as: 'coordinator', at: GOVERNANCE, first: meetingMode('j', 'j') },
  { name: 'meeting-mode-writing', as: 'coordinator', at: GOVERNANCE, first: meetingMode('j', 'j', 'e') },
  { name: 'meeting-mode-agenda', as: 'coordinator', at: GOVERNANCE, first: meetingMode('a') },
  { name: 'meeting-closing', as: 'coordinator', at: GOVERNANCE, first: meetingClosing },
  { name: 'report', as: 'coordinator', at: GOVERNANCE, first: room('report') },
  { name: 'disclosures', as: 'coordinator', at: GOVERNANCE, first: disclosures() },
  { name: 'disclosure', as: 'coordinator', at: GOVERNANCE, first: disclosures(/2026\/0412/) },
  { name: 'disclosure-grounds', as: 'coordinator', at: GOVERNANCE, first: grounds },
  { name: 'access', as: 'iao', at: ACCESS, first: room('access') },
  { name: 'access-own', as: 'spoc-vale', at: ACCESS, first: room('access') },
  { name: 'workstreams', as: 'coordinator', at: GOVERNANCE, first: room('workstreams') },
  { name: 'recommendations', as: 'coordinator', at: GOVERNANCE, first: room('recommendations') },
  { name: 'recommendations-broken', as: 'coordinator', at: GOVERNANCE, first: broken },
  { name: 'recommendations-panel', as: 'coordinator', at: GOVERNANCE, first: recommended },
  { name: 'recommendations-breaking', as: 'coordinator', at: GOVERNANCE, first: breaking },
  { name: 'assurance', as: 'coordinator', at: GOVERNANCE, first: room('assurance') },
  { name: 'assurance-cell', as: 'coordinator', at: GOVERNANCE, first: assuranceCell },
  { name: 'assurance-adding', as: 'coordinator', at: GOVERNANCE, first: addingFramework },
  { name: 'health', as: 'chair', at: GOVERNANCE, first: room('health') },
  { name: 'access-person', as: 'iao', at: ACCESS, first: accessOf(/^Karen Osei/) },
  { name: 'access-deciding', as: 'approver-vale', at: ACCESS, first: askedAbout('access.do.decide') },
  { name: 'access-review', as: 'approver-welsh', at: ACCESS, first: askedAbout('access.do.review') },
  { name: 'guidance', as: 'coordinator', at: GOVERNANCE, first: room('guidance') },
  { name: 'guidance-reading', as: 'spoc-coast', at: GOVERNANCE, first: reading },
  { name: 'guidance-asking', as: 'spoc-coast', at: CHAT, first: askedToRead },
  { name: 'incidents', as: 'coordinator', at: GOVERNANCE, first: room('incidents') },
  { name: 'incidents-months', as: 'coordinator', at: GOVERNANCE, first: months },
  { name: 'incidents-telling', as: 'spoc-welsh', at: GOVERNANCE, first: telling },
  { name: 'incidents-list', as: 'coordinator', at: GOVERNANCE, first: incidentsIn('list') },
  { name: 'incidents-return', as: 'spoc-welsh', at: GOVERNANCE, first: returning },
  { name: 'incidents-profiles', as: 'coordinator', at: GOVERNANCE, first: incidentsIn('profiles') },
  { name: 'audit', as: 'auditor', at: ACCESS, first: verified },
  { name: 'audit-retention', as: 'iao', at: ACCESS, first: room('audit') },
  { name: 'returns', as: 'coordinator', at: GOVERNANCE, first: returns },
  { name: 'returns-over-time', as: 'coordinator', at: GOVERNANCE, first: returnsOverTime },
  { name: 'import', as: 'coordinator', at: GOVERNANCE, first: pressing('register.import') },
  { name: 'import-review', as: 'coordinator', at: GOVERNANCE, first: review },
  { name: 'configure', as: 'coordinator', at: WORKING, first: configure },
  { name: 'accessibility', as: 'chair', at: GOVERNANCE, first: pressing('shell.accessibility') },
  { name: 'first-run', as: 'coordinator', at: WORKING, first: firstRun },
  { name: 'example', as: 'coordinator', at: WORKING, first: example },
  { name: 'no-such-action', as: 'chair', at: { ...GOVERNANCE, tab: 'csae-sgg', sub: '99/19' }, first: rows },
  { name: 'loading', as: 'chair', at: GOVERNANCE, fault: { kind: 'slow', ms: 8000 }, first: ready },
  { name: 'denied', as: 'chair', at: GOVERNANCE, fault: { kind: 'status', status: 403 }, first: heading },
  { name: 'throttled', as: 'chair', at: GOVERNANCE, fault: WAIT, first: heading },
  { name: 'offline', as: 'chair', at: GOVERNANCE, fault: { kind: 'cutBefore' }, first: heading },
  { name: 'fault', as: 'chair', at: GOVERNANCE, fault: { kind: 'status', status: 400 }, first: heading },
  { name: 'sign-in', as: 'chair', at: GOVERNANCE, fault: MORE, first: challenged },
  { name: 'chat', as: 'chair', at: CHAT, withTeams: true, first: prompted },
  { name: 'chat-phone', as: 'chair', at: PHONE, withTeams: true, first: prompted },
  { name: 'chat-welsh', as: 'spoc-welsh', at: PHONE, withTeams: true, first: prompted },
  { name: 'chat-access', as: 'approver-vale', at: PHONE, withTeams: true, first: prompted },
  { name: 'chat-account', as: 'database', at: PHONE, withTeams: true, first: prompted },
  { name: 'chat-guidance', as: 'spoc-coast', at: PHONE, withTeams: true, first: prompted },
  { name: 'chat-incident', as: 'spoc-welsh', at: PHONE, withTeams: true, first: toldInChat },
  { name: 'chat-answering', as: 'spoc-north', at: PHONE, withTeams: true, first: onCard('bot.answer') },
  {
    name: 'chat-passing',
    as: 'spoc-north',
    at: PHONE,
    withTeams: true,
    first: onCard('bot.answer', 'bot.choose.pass'),
  },
  {
    name: 'chat-asking',
    as: 'spoc-north',
    at: PHONE,
    withTeams: true,
    first: onCard('bot.answer', 'bot.choose.extension'),
  },
  { name: 'workstream-asking', as: 'spoc-vale', at: CHAT, first: askedForQuarter },
  { name: 'answering', as: 'spoc-vale', at: CHAT, first: answeringBy() },
  { name: 'answering-pass', as: 'spoc-vale', at: CHAT, first: answeringBy('answer.pass') },
]

async function grounds(scene: Scene): Promise<void> {
  await disclosures()(scene)
  const app = await scene.app()
  await app.getByRole('button', { name: scene.words.say('disclosure.grounds'), exact: true }).click()
  await app.getByRole('button', { name: scene.words.say('disclosure.grounds.add') }).click()
}

/** The requests for disclosure, or one of them. */
function disclosures(which?: RegExp): Look['first'] {
  return async (scene) => {
    await room('report')(scene)
    const app = await scene.app()
    await app.getByRole('button', { name: scene.words.say('disclosure.open') }).click()
    await app.getByRole('heading', { name: scene.words.say('disclosure.title') }).waitFor()
    if (!which) return
    await app.getByRole('button', { name: which }).click()
    await app.getByRole('heading', { name: scene.words.say('disclosure.originators') }).waitFor()
  }
}

async function ready({ app }: Scene): Promise<void> {
  await app()
}

/** One person's access, opened. */
function accessOf(name: RegExp): (scene: Scene) => Promise<void> {
  return async (scene) => {
    await room('access')(scene)
    const frame = await scene.app()
    await frame.getByRole('button', { name }).first().click()
    await frame.getByText(scene.words.say('access.history')).waitFor()
  }
}

/** The dialog behind the first thing of a kind that waits for them. */
function askedAbout(key: 'access.do.decide' | 'access.do.review'): (scene: Scene) => Promise<void> {
  return async (scene) => {
    await room('access')(scene)
    const { page, app, words } = scene
    const frame = await app()
    const views = frame.getByRole('navigation', { name: words.say('access.views') })
    await views.getByRole('button', { name: new RegExp(`^${words.say('access.view.mine')}`) }).click()
    await frame
      .getByRole('button', { name: new RegExp(`^${words.say(key)}`) })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await (await app()).getByRole('heading', { level: 1 }).waitFor()
  }
}

/** What holds until it is agreed, for whoever has yet to acknowledge it. */
async function reading(scene: Scene): Promise<void> {
  await room('guidance')(scene)
  const { words } = scene
  const frame = await scene.app()
  await frame.getByText(words.say('guidance.standing.interim'), { exact: true }).first().click()
  await frame.getByText(words.say('guidance.ask.note')).filter({ visible: true }).first().waitFor()
}

/** The dialog that a card of the chat opens: where a work stream stands. */
async function askedForQuarter(scene: Scene): Promise<void> {
  await prompted(scene)
  const { page, app, words } = scene
  await page
    .locator('#talk .card .ac-container .ac-container')
    .filter({ hasText: 'One list of homes' })
    .last()
    .getByRole('button', { name: inBoth('bot.answer') })
    .click()
  await page.getByRole('dialog').waitFor()
  await (await app()).getByText(words.say('workstreams.plannedBefore')).waitFor()
}

/** The dialog that a card of the chat opens: read it, and say so. */
async function askedToRead(scene: Scene): Promise<void> {
  await prompted(scene)
  const { page, app, words } = scene
  await page
    .getByRole('button', { name: inBoth('bot.read') })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
  const frame = await app()
  await frame.getByText(words.say('guidance.ask.note')).waitFor()
}

async function returns(scene: Scene): Promise<void> {
  await rows(scene)
  const { words } = scene
  const frame = await scene.app()
  await frame.getByRole('button', { name: words.say('shell.room.requests'), exact: true }).click()
  await frame.getByRole('button', { name: words.say('returns.open.returns'), exact: true }).click()
  await frame.getByRole('button', { name: /OCAG/ }).click()
  await frame.getByRole('table').first().waitFor()
}

async function returnsOverTime(scene: Scene): Promise<void> {
  await returns(scene)
  const frame = await scene.app()
  await frame.getByRole('tab', { name: scene.words.say('returns.view.time') }).click()
  await frame.getByRole('table').first().waitFor()
}

async function meetings(scene: Scene): Promise<void> {
  await rows(scene)
  const { words } = scene
  const frame = await scene.app()
  await frame.getByRole('button', { name: words.say('shell.room.meetings'), exact: true }).click()
  await frame.getByRole('heading', { name: words.say('meeting.title') }).waitFor()
}

/** The one that is held, or the next. */
async function meeting(scene: Scene): Promise<void> {
  await meetings(scene)
  const { words } = scene
  const frame = await scene.app()
  await frame.getByRole('main').getByRole('list').getByRole('button').first().click()
  await frame.getByRole('heading', { name: words.say('meeting.coming') }).waitFor()
}

/** It begins with the first picture of it: that it has begun is all that is written. */
function meetingMode(...keys: readonly string[]): Look['first'] {
  return async (scene) => {
    await meeting(scene)
    const { page, words } = scene
    const frame = await scene.app()
    const begin = frame.getByRole('button', { name: words.say('meeting.begin') })
    await begin.or(frame.getByRole('button', { name: words.say('meeting.goOn') })).click()
    await frame.getByRole('toolbar').waitFor()
    for (const key of keys) await page.keyboard.press(key)
    await frame.getByRole('progressbar').waitFor({ state: 'detached' })
  }
}

async function meetingClosing(scene: Scene): Promise<void> {
  await meetingMode()(scene)
  const { words } = scene
  const frame = await scene.app()
  await frame.getByRole('button', { name: words.say('meeting.toClosing') }).click()
  await frame.getByRole('heading', { name: words.say('meeting.closing') }).waitFor()
}

async function heading({ app }: Scene): Promise<void> {
  await (await app()).getByRole('heading').first().waitFor()
}

/** The hand that steers the browser counts as a click, and then the host's dialog comes by itself. */
async function challenged(scene: Scene): Promise<void> {
  const cancel = scene.page.getByRole('dialog').getByRole('button', { name: /^(Cancel|Canslo)$/ })
  const asked = (await scene.app()).getByRole('heading').first()
  await scene.page.waitForTimeout(5000)
  if (await cancel.isVisible()) await cancel.click()
  await asked.waitFor()
}

async function rows({ app, words }: Scene): Promise<void> {
  const frame = await app()
  await frame.getByRole('searchbox', { name: words.say('register.search') }).waitFor()
  await frame.getByRole('grid').getByRole('row').nth(3).waitFor()
}

/** A word on a button that opens something; the picture is of what it opens. */
function pressing(key: WordKey): Look['first'] {
  return async (scene) => {
    await rows(scene)
    const frame = await scene.app()
    await frame.getByRole('button', { name: scene.words.say(key) }).click()
    await frame.getByRole('heading').first().waitFor()
  }
}

const FLAGS = 'How each force flags addresses at risk'

async function requests(scene: Scene): Promise<void> {
  const frame = await scene.app()
  await frame.getByRole('button', { name: scene.words.say('shell.room.requests') }).click()
  await frame.getByText(FLAGS).first().waitFor()
}

/** On a phone, through the request. */
async function response(scene: Scene): Promise<void> {
  await requests(scene)
  const frame = await scene.app()
  const cell = frame.getByRole('gridcell', { name: `Severn Vale Constabulary, ${FLAGS}` })
  if (await cell.isVisible()) await cell.click()
  else {
    await frame.getByRole('button', { name: FLAGS }).click()
    await frame.getByRole('button', { name: 'Severn Vale Constabulary' }).click()
  }
  await frame.getByRole('heading', { name: 'Severn Vale Constabulary' }).waitFor()
}

async function responding(scene: Scene): Promise<void> {
  await (await scene.app()).getByRole('button', { name: FLAGS }).click()
  await scene.page.frameLocator('iframe').last().getByRole('textbox').first().waitFor()
}

async function verified(scene: Scene): Promise<void> {
  await room('audit')(scene)
  const { words } = scene
  const frame = await scene.app()
  await frame.getByRole('button', { name: words.say('audit.filter') }).click()
  await frame.getByRole('button', { name: words.say('audit.verify'), exact: true }).click()
  await frame.getByText(words.say('audit.whole.why', { day: '', time: '' }).slice(0, 20)).waitFor()
}

/** One of the rooms that are switched on, wherever the way to it stands; once its heading is there. */
function room(name: SwitchedRoom): (scene: Scene) => Promise<void> {
  return async (scene) => {
    await rows(scene)
    const frame = await scene.app()
    await enterRoom(frame, scene.words, name)
    await frame.getByRole('heading', { level: 1 }).filter({ visible: true }).first().waitFor()
  }
}

/** What covers child sexual abuse, paragraph by paragraph. */
async function assuranceCell(scene: Scene): Promise<void> {
  await room('assurance')(scene)
  const frame = await scene.app()
  const name = /^(?:Child sexual abuse, Capabilities|Cam-drin plant yn rhywiol, Galluoedd)/
  await frame.getByRole('gridcell', { name }).or(frame.getByRole('button', { name })).first().click()
  await frame.getByRole('heading', { level: 2, name }).waitFor()
}

/** A table with a row that lacks something, read. */
async function addingFramework(scene: Scene): Promise<void> {
  await room('assurance')(scene)
  const { words } = scene
  const frame = await scene.app()
  await frame.getByRole('button', { name: words.say('assurance.framework.add') }).click()
  const table = [
    'Paragraph,Threat,Pillar,Duty-holder,Tier,What it asks',
    '1.1,Missing children,Outcomes,Every force,local,A lead who is named',
    '1.2,Missing children,Outcomes,,everywhere,A desk at night',
    '2.1,Children in care,Standards,Every force,regional,One form for all homes',
  ].join('\n')
  const file = { name: 'Missing from home.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
  await frame.locator('input[type=file]').setInputFiles(file)
  await frame.getByText(words.say('assurance.framework.held')).waitFor()
}

/** Since the first count, as somebody is asked for it in a meeting. */
async function months(scene: Scene): Promise<void> {
  await room('incidents')(scene)
  const frame = await scene.app()
  const first = scene.words.say('incidents.since.first', { day: '' }).trim()
  await frame
    .getByRole('button', { name: new RegExp(`^${first}.*\\d{4}$`) })
    .first()
    .click()
  await frame.getByRole('heading', { name: scene.words.say('incidents.byMonth') }).scrollIntoViewIfNeeded()
  await frame.locator('svg rect').last().scrollIntoViewIfNeeded()
}

async function telling(scene: Scene): Promise<void> {
  await room('incidents')(scene)
  const { words } = scene
  const frame = await scene.app()
  await frame.getByRole('button', { name: words.say('incidents.tell') }).click()
  await frame.getByRole('radio', { name: words.say('incidents.category.home') }).check()
  await frame.getByRole('button', { name: words.say('incidents.form.more') }).click()
  await frame.getByRole('textbox', { name: words.say('incidents.form.note') }).fill('Ring 07700 900123 at once')
}

/** A recommendation with the actions that it was broken into. */
async function broken(scene: Scene): Promise<void> {
  await room('recommendations')(scene)
  const frame = await scene.app()
  await frame.locator('[data-action*="data-agreement"]').evaluate((row) => row.scrollIntoView({ block: 'start' }))
}

/** The same in the register: whom it asks, whose deadline it is, what it waits for. */
async function recommended(scene: Scene): Promise<void> {
  await broken(scene)
  const frame = await scene.app()
  await frame.locator('[data-action*="data-agreement"] button').first().click()
  await frame.getByRole('heading', { name: scene.words.say('acting.pieces') }).waitFor()
}

/** One action for each force, before they are written. */
async function breaking(scene: Scene): Promise<void> {
  await broken(scene)
  const { words } = scene
  const frame = await scene.app()
  const row = frame.locator('[data-action*="data-agreement"]')
  await row.getByText(words.say('recommendations.break'), { exact: true }).click()
  await frame.getByRole('button', { name: words.say('recommendations.break.forces') }).click()
}

/** The return of the last quarter, filled from what was told in it. */
async function returning(scene: Scene): Promise<void> {
  const frame = await scene.app()
  await frame.getByRole('button', { name: scene.words.say('shell.room.requests') }).click()
  await frame
    .getByRole('gridcell', { name: /Taff Vale Police, OCAG/ })
    .first()
    .click()
  await frame.getByRole('button', { name: scene.words.say('requests.do.answerAnew') }).click()
  await frame
    .getByText(scene.words.say('requests.answer.counted', { value: '' }).slice(0, 12))
    .first()
    .waitFor()
}

function incidentsIn(section: 'list' | 'profiles'): Look['first'] {
  return async (scene) => {
    await room('incidents')(scene)
    const frame = await scene.app()
    await frame.getByRole('tab', { name: scene.words.say(`incidents.section.${section}`) }).click()
    if (section === 'list') await frame.locator('[data-incident]').first().click()
    else await frame.getByRole('heading', { level: 2 }).first().waitFor()
  }
}

async function people(scene: Scene): Promise<void> {
  await rows(scene)
  const frame = await scene.app()
  await frame.getByRole('button', { name: scene.words.say('shell.room.people') }).click()
  await frame.getByRole('button', { name: scene.words.say('people.add') }).waitFor()
}

/** The one that nobody holds, about to be filled. */
async function organisations(scene: Scene): Promise<void> {
  await people(scene)
  const { words } = scene
  const frame = await scene.app()
  await frame.getByRole('button', { name: words.say('people.organisations'), exact: true }).click()
  await frame.getByRole('button', { name: words.say('people.organisations.add') }).waitFor()
}

async function post(scene: Scene): Promise<void> {
  await people(scene)
  const frame = await scene.app()
  await frame.getByRole('button', { name: /^CSE SPOC, ROCU/ }).click()
  await frame.getByRole('button', { name: scene.words.say('people.appoint') }).click()
  await frame.getByRole('textbox', { name: scene.words.say('people.firstDay') }).waitFor()
}

async function action(scene: Scene): Promise<void> {
  await rows(scene)
  const frame = await scene.app()
  await frame.getByText('Map the places').first().click()
  await frame.getByRole('textbox', { name: scene.words.say('composer.label') }).waitFor()
  await frame.getByRole('list').last().waitFor()
}

async function writing(scene: Scene): Promise<void> {
  await action(scene)
  const frame = await scene.app()
  const box = frame.getByRole('textbox', { name: scene.words.say('composer.label') })
  await box.fill('Four of the eleven places were visited on Friday.')
  await frame.getByRole('button', { name: scene.words.say('composer.addNext'), exact: true }).click()
}

async function mySettings(scene: Scene): Promise<void> {
  await heading(scene)
  const frame = await scene.app()
  await frame.getByRole('button', { name: scene.words.say('settings.mine.open') }).click()
  await frame.getByRole('button', { name: scene.words.say('settings.save') }).waitFor()
}

/** From My matters, in the dialog that it opens. */
async function deciding(scene: Scene): Promise<void> {
  const { app, words } = scene
  await heading(scene)
  const asked = (await app()).getByRole('button').filter({ hasText: /\d+\/\d+/ })
  await asked.first().click()
  await scene.page.getByRole('dialog').waitFor()
  await (await app()).getByRole('button', { name: words.say('decide.approve') }).waitFor()
}

/** The day's message is there; on a day without one, tomorrow's is asked for. */
async function prompted({ page }: Scene): Promise<void> {
  const card = page.locator('#talk .card')
  for (let days = 0; days < 4; days++) {
    if (
      await card
        .first()
        .waitFor({ timeout: 10_000 })
        .then(
          () => true,
          () => false,
        )
    )
      return
    await page.locator('[data-key="today 1"]').click()
  }
  throw new Error('No message came in four days.')
}

/** Presses the first of the buttons of each name in turn, each on the card that the one before it brought. */
function onCard(...keys: readonly WordKey[]): Look['first'] {
  return async (scene) => {
    await prompted(scene)
    const card = scene.page.locator('#talk .card')
    for (const key of keys)
      await card
        .getByRole('button', { name: inBoth(key) })
        .first()
        .click()
    await card.getByRole('textbox').or(card.getByRole('combobox')).first().waitFor()
  }
}

/** The bot is told that there was an incident, and offers its form. */
async function toldInChat(scene: Scene): Promise<void> {
  await prompted(scene)
  const { page, words } = scene
  const cards = page.locator('#talk .card')
  const before = await cards.count()
  await page.locator('#talk textarea').fill(words.language === 'cy' ? 'digwyddiad' : 'incident')
  await page.keyboard.press('Enter')
  await cards.nth(before).getByRole('button').first().waitFor()
}

/** The day's message is in the language of whoever gets it, whatever Teams around it is in. */
function inBoth(key: WordKey): RegExp {
  return new RegExp(`^(${LANGUAGES.map((language) => createWords(language).say(key)).join('|')})$`)
}

/** In the dialog of the one whose words may not stand in a chat. */
function answeringBy(...keys: readonly WordKey[]): Look['first'] {
  return async (scene) => {
    await prompted(scene)
    const { page, app, words } = scene
    const secret = page
      .locator('#talk .ac-container')
      .filter({ hasText: /^2\/26/ })
      .last()
    await secret.getByRole('button', { name: inBoth('bot.answer') }).click()
    await page.getByRole('dialog').waitFor()
    const frame = await app()
    for (const key of keys) await frame.getByRole('button', { name: words.say(key), exact: true }).click()
    await frame.getByRole('button', { name: words.say(keys.length > 0 ? 'acting.leave' : 'answer.nil') }).waitFor()
  }
}

async function nothingFound(scene: Scene): Promise<void> {
  await rows(scene)
  const frame = await scene.app()
  await frame.getByRole('searchbox').fill('zebra')
  await frame.getByRole('heading').first().waitFor()
}

async function review(scene: Scene): Promise<void> {
  await pressing('register.import')(scene)
  const frame = await scene.app()
  await frame.getByRole('textbox', { name: scene.words.say('importing.paste') }).fill(TRACKER)
  await frame.getByRole('button', { name: scene.words.say('importing.read') }).click()
  await frame.getByText('Forces to say who answers').first().waitFor()
}

async function configure({ page, app, words }: Scene): Promise<void> {
  await page.getByRole('button', { name: ADD }).first().click()
  const frame = await app()
  await frame.getByRole('combobox', { name: words.say('configure.organisations.region') }).click()
  await frame.getByRole('option', { name: 'West Midlands' }).click()
}

/** The channel has no register before the first picture of one. */
async function firstRun(scene: Scene): Promise<void> {
  const { page, app } = scene
  const tab = page.locator('#room iframe')
  await tab
    .or(page.getByRole('button', { name: ADD }))
    .first()
    .waitFor()
  if ((await tab.count()) === 0) {
    await configure(scene)
    await page.getByRole('dialog').getByRole('button', { name: SAVE }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 120_000 })
  }
  await (await app()).getByRole('heading').first().waitFor()
}

async function example(scene: Scene): Promise<void> {
  await firstRun(scene)
  const frame = await scene.app()
  await frame.getByRole('button', { name: scene.words.say('register.empty.example') }).click()
  await frame.getByRole('grid').getByRole('row').nth(3).waitFor()
}

/** What the host calls its buttons, in both languages. */
const ADD = /^(Add Matters Arising|Ychwanegu Materion yn Codi)/
const SAVE = /^(Save|Cadw)$/
