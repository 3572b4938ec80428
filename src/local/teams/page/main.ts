/**
 * The host page put together: the place in the URL, what the server says this person may see, the chrome around the
 * app, and the app in its frame. The only file that knows all the others; it decides nothing they decide.
 */

import type { PinnedTab } from '../pinned.ts'
import type { HostView } from '../view.ts'
import { drawBar } from './bar.ts'
import { openConfiguration } from './configuration.ts'
import { fillUrl, modernContext, type Scene } from './context.ts'
import { createConversing, LOCALES } from './conversing.ts'
import { makeDeepLink, parseDeepLink, placeOfLink } from './deeplink.ts'
import { askPerson, confirmRemoval, showLink } from './dialog.ts'
import { createDrawer } from './drawer.ts'
import { byId } from './element.ts'
import { type HostActions, makeHandlers } from './handlers.ts'
import { drawMishaps } from './mishaps.ts'
import { answerBridge, authToken } from './naa.ts'
import {
  channelPlace,
  chatsPlace,
  type Language,
  makeQuery,
  parsePlace,
  type Place,
  resolvePlace,
  type Spot,
} from './place.ts'
import { drawChannelHeader, drawPhoneBar, drawRail, drawTeams, type Here, type PlacesActions } from './places.ts'
import { createStage } from './stage.ts'
import { createTaskDialogs } from './task.ts'
import { createWire, type Wire } from './wire.ts'
import { fill, type Words, WORDS } from './words.ts'

const sessionId = crypto.randomUUID()
const drawer = createDrawer(byId('drawer'))
let wire: Wire | null = null
let place = parsePlace(location.search)
let view: HostView | null = null
/** How far one has gone in this window, so that "back" never leaves the host. */
let depth = 0
/** Questions to the person wait for each other. */
let lastQuestion: Promise<unknown> = Promise.resolve()

const stage = createStage(theWire, byId('room'), byId('cover'))
const tasks = createTaskDialogs(theWire)

async function start(): Promise<void> {
  place = { ...place, person: place.person ?? sessionStorage.getItem('person') }
  const link = parseDeepLink(location.href, location.origin)
  await look()
  if (!view) return
  if (link) {
    const target = placeOfLink(link, view)
    // A link to nowhere shows the "can't open" notice rather than quietly something else.
    place = { ...place, ...('reason' in target ? { team: null, channel: null, tab: link.pageId } : target) }
  }
  history.replaceState({ depth }, '', makeQuery(place))
  draw()
}

/** Asks the server what this person may see; nobody of that name is the first of the list. */
async function look(): Promise<void> {
  const query = place.person === null ? '' : `?as=${encodeURIComponent(place.person)}`
  const response = await fetch(`/local/tenant${query}`).catch(() => null)
  if (response?.status === 404 && place.person !== null) {
    place = { ...place, person: null }
    return look()
  }
  if (!response?.ok) {
    const words = WORDS[place.language ?? 'en']
    stage.showNotice({ title: words.hostGone, hint: words.hostGoneHint })
    return
  }
  view = (await response.json()) as HostView
  place = { ...place, person: view.person.key }
  sessionStorage.setItem('person', view.person.key)
  if (view.hasChat) await conversing.chats.be(view.person.key, LOCALES[languageOf(view)])
  wire ??= createWire(view.app.tabOrigin, makeHandlers(actionsFor(view.app.tabOrigin)), (entry) => drawer.add(entry))
}

function draw(): void {
  if (!view) return
  const here = hereIn(view)
  const { language, words, spot } = here
  const root = document.documentElement
  root.lang = language
  root.dataset['theme'] = place.theme
  root.dataset['device'] = place.device
  drawer.translate(words)
  drawBar(byId('bar'), view, place, language, words, {
    set: change,
    be: (person) => void become(person),
    copyLink: () => showLink(currentLink(view!, spot), null, words),
    move: moveToday,
    toggleMessages: () => drawer.toggle(),
  })
  drawRail(byId('rail'), here, places)
  if (!conversing.drawList(byId('teams'), here)) drawTeams(byId('teams'), here, places)
  drawChannelHeader(byId('channel'), here, places)
  byId('mishaps').hidden = !view.hasChat
  drawMishaps(byId('mishaps'), words, conversing.chats.mishap)
  const title = titleOf(view, spot, language)
  byId('phone-bar').hidden = place.device === 'desktop'
  drawPhoneBar(byId('phone-bar'), title, words, places)
  document.title = `${title} · ${words.host}`
  if (conversing.drawMiddle(here)) stage.clear()
  else drawStage(view, spot, language, words)
}

async function moveToday(days: number): Promise<void> {
  const headers = { 'Content-Type': 'application/json' }
  await fetch('/local/today', { method: 'POST', headers, body: JSON.stringify({ days }) })
  await look()
  draw()
  // Windows that listen to chats are told; one without them finds out here.
  if (!theView().hasChat) reloadApp()
}

/** The app's own clock is read when it starts. */
function reloadApp(): void {
  tasks.cancel()
  stage.reload()
}

function hereIn(view: HostView): Here {
  const language = languageOf(view)
  const overview = view.hasChat ? conversing.chats.overview() : null
  return { view, place, spot: resolvePlace(place, view), language, words: WORDS[language], overview }
}

function drawStage(view: HostView, spot: Spot, language: Language, words: Words): void {
  const app = view.app.name[language]
  const person = view.person.displayName
  const key = [view.person.key, place.device, place.sub].join(' ')
  if (spot.kind === 'personal' && view.app.personalTab) {
    const { contentUrl, entityId, name } = view.app.personalTab
    const scene = sceneMaker({ entityId, team: null, channel: null })
    const options = { url: fillUrl(contentUrl, scene()), title: name[language], scene }
    return stage.showTab(`${key} personal ${entityId}`, app, options, words)
  }
  if (spot.kind === 'channel' && spot.tab) {
    const { tab, team, channel } = spot
    const scene = sceneMaker({ entityId: tab.entityId, team, channel })
    const options = { url: fillUrl(tab.contentUrl, scene()), title: tab.name, scene, settings: () => settingsOf(tab) }
    return stage.showTab(`${key} ${channel.id} ${tab.entityId} ${tab.contentUrl}`, app, options, words)
  }
  if (spot.kind === 'channel') {
    const isGuest = spot.team.role === 'guest'
    return stage.showNotice({
      title: fill(words.noTab, { app }),
      hint: isGuest ? words.guestNoTab : fill(words.noTabHint, { team: spot.team.displayName }),
      ...(isGuest ? {} : { button: { label: fill(words.addApp, { app }), press: () => configure(null) } }),
    })
  }
  if (spot.kind === 'nothing')
    return stage.showNotice({ title: fill(words.nothing, { person }), hint: words.nothingHint, level: 1 })
  stage.showNotice({ title: fill(words.unreachable, { person }), hint: words.unreachableHint, level: 1 })
}

/** A frame's context is that of its person, whoever the page belongs to by the time it asks. */
function sceneMaker(
  fixed: Pick<Scene, 'entityId' | 'team' | 'channel'>,
  frameContext: Scene['frameContext'] = 'content',
) {
  const { view: seen, place: from } = { view: theView(), place }
  return (): Scene => ({
    ...fixed,
    view: seen,
    frameContext,
    subEntityId: from.sub,
    theme: place.theme,
    language: languageOf(seen),
    device: from.device,
    sessionId,
  })
}

function go(change: Partial<Place>): void {
  place = { ...place, ...change }
  depth += 1
  history.pushState({ depth }, '', makeQuery(place))
  draw()
}

/** A setting isn't a place: it replaces the entry in the history. */
function change(setting: Partial<Place>): void {
  const before = place
  place = { ...place, ...setting }
  history.replaceState({ depth }, '', makeQuery(place))
  draw()
  if (place.theme !== before.theme) wire?.broadcast('themeChange', () => [place.theme])
  if (place.theme !== before.theme || place.language !== before.language) {
    wire?.broadcast('contextChange', (frame) => [modernContext(frame.scene())])
  }
  if (view?.hasChat) void conversing.chats.be(view.person.key, LOCALES[languageOf(view)])
}

async function become(person: string): Promise<void> {
  tasks.cancel()
  conversing.forget()
  const before = place
  place = { ...place, person, language: null }
  await look()
  if (view && resolvePlace(place, view).kind === 'unreachable') {
    place = { ...place, team: null, channel: null, tab: null, sub: null, view: null }
  }
  if (before.person !== place.person) depth += 1
  history.pushState({ depth }, '', makeQuery(place))
  draw()
}

const places: PlacesActions = {
  go,
  addApp: () => configure(null),
  changeSettings: (tab) => configure(tab),
  remove: (tab) => void remove(tab),
  block: () => void conversing.chats.choose('blocked'),
  back: () =>
    place.view === 'chat' && depth === 0
      ? go(chatsPlace())
      : stage.frame()?.registered.has('backButton')
        ? stage.frame()?.push('backButtonPress', [])
        : history.back(),
}

const conversing = createConversing({
  actions: places,
  tasks,
  here: () => view && hereIn(view),
  dialogScene: (where) => sceneMaker({ entityId: '', team: where?.team ?? null, channel: where?.channel ?? null }),
  fill: fillUrl,
  draw,
  dayMoved: () => void look().then(draw).then(reloadApp),
})

function configure(existing: PinnedTab | null): void {
  const view = theView()
  const spot = resolvePlace(place, view)
  if (spot.kind !== 'channel') return
  const { team, channel } = spot
  const language = languageOf(view)
  const words = WORDS[language]
  const appName = view.app.name[language]
  openConfiguration({
    wire: theWire(),
    words,
    appName,
    title: existing ? `${existing.name}: ${words.tabSettings}` : fill(words.addApp, { app: appName }),
    configurationUrl: view.app.channelTab.configurationUrl,
    team,
    channel,
    existing,
    scene: sceneMaker({ entityId: existing?.entityId ?? '', team, channel }, 'settings'),
    pin: (tab) => tell('PUT', `/local/tabs?as=${encodeURIComponent(view.person.key)}`, tab),
    onPinned: (tab) => {
      void look().then(() => go(channelPlace(team, channel, tab)))
    },
  })
}

async function remove(tab: PinnedTab): Promise<void> {
  const view = theView()
  const team = view.teams.find((one) => one.id === tab.teamId)
  if (!team || !(await confirmRemoval(tab.name, team.displayName, WORDS[languageOf(view)]))) return
  const query = { as: view.person.key, team: tab.teamId, channel: tab.channelId, entity: tab.entityId }
  await tell('DELETE', `/local/tabs?${new URLSearchParams(query)}`)
  await look()
  go({ tab: null, sub: null })
}

/** Null when it was done, else the server's reason. */
async function tell(method: 'PUT' | 'DELETE', url: string, body?: unknown): Promise<string | null> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  return response.ok ? null : ((await response.json()) as { code: string }).code
}

function actionsFor(tabOrigin: string): HostActions {
  return {
    tabOrigin,
    go,
    back() {
      if (depth === 0) return false
      history.back()
      return true
    },
    openInBrowser: (url) => void window.open(url, '_blank', 'noopener'),
    share: (link, label) => showLink(link, label, WORDS[languageOf(theView())]),
    focusOut: (isForward) =>
      byId(isForward ? 'bar' : 'channel')
        .querySelector<HTMLElement>('a[aria-current], a, button, select')
        ?.focus(),
    startTask: (task, frame) => {
      const opener = { title: frame.element.title, frame, scene: () => frame.scene() }
      return tasks.start(task, opener, WORDS[languageOf(theView())])
    },
    completeTask: (result) => tasks.complete(result),
    resizeTask: (size) => tasks.resize(size),
    otherSide: (frame) => tasks.otherSide(frame),
    bridge: (text, frame) =>
      answerBridge(text, frame.scene().view, (question) => {
        const { view } = frame.scene()
        const ask = () => askPerson(question, view.person.displayName, WORDS[languageOf(view)])
        const answer = lastQuestion.then(ask)
        lastQuestion = answer
        return answer
      }),
    authToken: (frame, claims) => authToken(frame.scene().view, claims),
  }
}

function currentLink(view: HostView, spot: Spot): string {
  const sub = place.sub === null ? {} : { subPageId: place.sub }
  if (spot.kind === 'personal' && view.app.personalTab) {
    return makeDeepLink({ appId: view.app.id, pageId: view.app.personalTab.entityId, ...sub }, location.origin)
  }
  if (spot.kind === 'channel' && spot.tab) {
    const { entityId, name } = spot.tab
    const link = { appId: view.app.id, pageId: entityId, channelId: spot.channel.id, label: name, ...sub }
    return makeDeepLink(link, location.origin)
  }
  return new URL(makeQuery({ ...place, person: null }), location.origin).href
}

function titleOf(view: HostView, spot: Spot, language: Language): string {
  if (spot.kind === 'personal') return view.app.personalTab?.name[language] ?? view.app.name[language]
  if (spot.kind === 'channel') return spot.tab?.name ?? spot.channel.displayName
  if (spot.kind === 'activity') return WORDS[language].activity
  if (spot.kind === 'chat' && spot.isList) return WORDS[language].chat
  return view.app.name[language]
}

function languageOf(view: HostView): Language {
  return place.language ?? (view.person.language === 'cy-GB' ? 'cy' : 'en')
}

function settingsOf(tab: PinnedTab) {
  const { entityId, contentUrl, name, websiteUrl } = tab
  return { entityId, contentUrl, suggestedDisplayName: name, ...(websiteUrl ? { websiteUrl } : {}) }
}

function theView(): HostView {
  if (!view) throw new Error('The host page has not been told about the tenant yet')
  return view
}

function theWire(): Wire {
  if (!wire) throw new Error('The host page has not been told about the app yet')
  return wire
}

window.addEventListener('popstate', (event: PopStateEvent) => {
  depth = (event.state as { depth?: number } | null)?.depth ?? 0
  const before = place.person
  place = parsePlace(location.search)
  if (place.person === before) draw()
  else void look().then(draw)
})

/** What somebody pinned in another window appears when one comes back to this one. */
window.addEventListener('focus', () => {
  const before = JSON.stringify(view)
  void look().then(() => {
    if (JSON.stringify(view) !== before) draw()
  })
})

void start()
