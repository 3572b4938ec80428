import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BOT, type BotWorld, objectIdOf, openBotWorld, seat } from '../connector/botworld.ts'
import { violations } from './axe.ts'
import { governance, missingChildren, openWorld, pinnedTab, probeIn, readyTab, tenant, type World } from './world.ts'

const COMMANDS = [
  {
    title: { en: 'my actions', cy: 'fy nghamau' },
    description: { en: 'What is yours to do', cy: 'Yr hyn sydd gennych i’w wneud' },
  },
  { title: { en: 'help', cy: 'help' }, description: { en: 'What to say', cy: 'Beth i’w ddweud' } },
]

let bot: BotWorld
let world: World
let today = '2026-11-27'
beforeAll(async () => {
  bot = await openBotWorld(tenant)
  const move = (days: number): void => {
    today = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
  }
  world = await openWorld(
    { name: { en: BOT.name, cy: BOT.name }, bot: { commands: COMMANDS } },
    { connector: bot.connector, today: { read: () => today, move } },
  )
})
beforeEach(async () => {
  bot.connector.reset()
  await bot.connector.chat.setTeam(seat('coordinator'), governance.id, true)
  world.host.rememberTab(pinnedTab(world))
  today = '2026-11-27'
  bot.heard.length = 0
})
afterEach(() => world.settle())
afterAll(async () => {
  await world.close()
  await bot.close()
})

const openChat = async (key: string): Promise<string> => {
  const members = [{ id: objectIdOf(key), role: 'user' as const }]
  return (await bot.api.conversations.create({ tenantId: tenant.tenantId, members })).id
}

/** A prompt with an input and the three kinds of button. */
function prompt(details: string): object {
  return {
    type: 'message',
    summary: 'Action 1/19 is due tomorrow',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          version: '1.5',
          body: [
            { type: 'TextBlock', text: '1/19', weight: 'bolder', size: 'large' },
            { type: 'TextBlock', text: details, wrap: true },
            {
              type: 'FactSet',
              facts: [
                { title: 'Due', value: 'tomorrow' },
                { title: 'Owner', value: 'North Mercia' },
              ],
            },
            { type: 'Input.Text', id: 'update', label: 'What has happened?', isMultiline: true },
          ],
          actions: [
            { type: 'Action.Execute', title: 'Send update', verb: 'update', data: { action: 'update', prompt: 'p1' } },
            { type: 'Action.Submit', title: 'Decide', data: { msteams: { type: 'task/fetch' }, prompt: 'p1' } },
            { type: 'Action.OpenUrl', title: 'Open in the register', url: registerLink() },
          ],
        },
      },
    ],
  }
}

const registerLink = (): string => {
  const context = JSON.stringify({ subEntityId: 'action=1/19', channelId: governance.channels[1]!.id })
  return `https://teams.microsoft.com/l/entity/${world.app.id}/register?context=${encodeURIComponent(context)}`
}

const send = async (key: string, activity: object): Promise<{ base: string; id: string }> => {
  const base = await openChat(key)
  return { base, id: (await bot.api.conversations.createActivity(base, activity as never)).id }
}

const log = (page: Page) => page.getByRole('log')
const latest = (page: Page) => log(page).getByRole('article').last()

describe('a chat with the bot', () => {
  test('shows what it answers, live, and what was said before', async () => {
    const page = await world.open('/?as=chair&view=chat')
    await page.getByText('This is the beginning of your chat with Echo.').waitFor()
    await page.getByLabel('Type a message').fill('my actions')
    await page.keyboard.press('Enter')
    await latest(page).getByText('You said: my actions').waitFor()
    await page.reload()
    await latest(page).getByText('You said: my actions').waitFor()
    await expect.poll(() => log(page).getByRole('article').count()).toBe(2)
  })

  test('suggests what the manifest suggests', async () => {
    const page = await world.open('/?as=welsh&view=chat')
    await page.getByRole('button', { name: 'fy nghamau' }).click()
    await page.getByRole('button', { name: 'Anfon' }).click()
    await latest(page).getByText('You said: fy nghamau').waitFor()
    expect(bot.heard[0]!.activity.locale).toBe('cy-GB')
  })

  test('hides what is blocked until it is unblocked', async () => {
    const page = await world.open('/?as=chair&view=chat')
    await page.getByRole('button', { name: 'Block Echo' }).click()
    await page.getByText("You blocked Echo. It can't write to you.".replace("'", '’')).waitFor()
    await expect(send('chair', prompt('x'))).rejects.toMatchObject({ response: { status: 403 } })
    await page.getByRole('button', { name: 'Unblock' }).click()
    await page.getByLabel('Type a message').waitFor()
    await send('chair', prompt('Back again'))
    await latest(page).getByText('Back again').waitFor()
  })

  test('offers the app to somebody who has not got it', async () => {
    const page = await world.open('/?as=outsider&view=chat')
    await page.getByRole('button', { name: 'Add Echo for me' }).click()
    await page.getByLabel('Type a message').waitFor()
    await expect.poll(() => bot.heard.map(({ activity }) => activity.type)).toContain('installationUpdate')
  })
})

describe('a message that the bot sends by itself', () => {
  test('is announced by its summary, counted, listed, and read when it is opened', async () => {
    const page = await world.open('/?as=chair&team=governance')
    await readyTab(page)
    await send('chair', prompt('Circulate the database'))
    const toast = page.locator('.toast-open')
    await toast.getByText('Action 1/19 is due tomorrow').waitFor()
    await page.getByRole('link', { name: 'Chat 1 unread' }).waitFor()
    await page.getByRole('link', { name: 'Activity 1 unread' }).click()
    await page.getByRole('navigation', { name: 'Activity' }).getByText('Action 1/19 is due tomorrow').waitFor()
    await latest(page).getByText('Circulate the database').waitFor()
    await toast.click()
    await latest(page).getByText('Circulate the database').waitFor()
    await expect.poll(() => page.locator('#rail .badge').count()).toBe(0)
    expect(bot.connector.chat.overview('chair').personal.unread).toBe(0)
  })

  test('is nobody else’s', async () => {
    const page = await world.open('/?as=coordinator&view=chat')
    await page.getByText('This is the beginning').waitFor()
    await send('chair', prompt('Circulate the database'))
    await send('coordinator', { type: 'message', text: 'Yours' })
    await latest(page).getByText('Yours').waitFor()
    expect(await page.content()).not.toContain('Circulate')
  })

  test('changes on the screen when the bot edits it, and nothing else moves', async () => {
    const { base, id } = await send('chair', prompt('First'))
    const other = await send('chair', prompt('Second'))
    const page = await world.open('/?as=chair&view=chat')
    const second = log(page).locator(`[data-id="${other.id}"]`)
    await second.getByLabel('What has happened?').fill('half a sen')
    await bot.api.conversations.updateActivity(base, id, { type: 'message', text: 'Settled' })
    await log(page).locator(`[data-id="${id}"]`).getByText('Settled').waitFor()
    await expect.poll(() => second.getByLabel('What has happened?').inputValue()).toBe('half a sen')
    await bot.api.conversations.deleteActivity(base, id)
    await expect.poll(() => log(page).getByRole('article').count()).toBe(1)
  })
})

describe('a card', () => {
  test('sends what was typed with its button, and gives way to the card that answers', async () => {
    bot.answers.card = () => ({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Update recorded' }] },
    })
    await send('chair', prompt('Circulate the database'))
    const page = await world.open('/?as=chair&view=chat')
    await page.getByLabel('What has happened?').fill('Circulated on Friday')
    await page.getByRole('button', { name: 'Send update' }).click()
    await latest(page).getByText('Update recorded').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Send update' }).count()).toBe(0)
    expect(bot.heard[0]!.activity.value).toEqual({
      action: {
        type: 'Action.Execute',
        title: 'Send update',
        verb: 'update',
        data: { action: 'update', prompt: 'p1', update: 'Circulated on Friday' },
      },
      trigger: 'manual',
    })
  })

  test.each([
    [
      'a line of text',
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted' },
      'Noted',
    ],
    [
      'its error',
      { statusCode: 400, type: 'application/vnd.microsoft.error', value: { message: 'Say more' } },
      'Say more',
    ],
    ["Teams' own words for nonsense", { nonsense: true }, 'Echo could not be reached. Try again.'],
  ])('shows %s, and takes another press', async (_what, answer, text) => {
    bot.answers.card = () => answer
    await send('chair', prompt('x'))
    const page = await world.open('/?as=chair&view=chat')
    for (const times of [1, 2]) {
      await page.getByRole('button', { name: 'Send update' }).click()
      await latest(page).getByRole('status').getByText(text).waitFor()
      await expect.poll(() => bot.heard.length).toBe(times)
    }
  })

  test('says that it is at work, and takes one press at a time', async () => {
    bot.answers.card = () => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted' })
    bot.answers.delayMs = 500
    await send('chair', prompt('x'))
    const page = await world.open('/?as=chair&view=chat')
    await page.getByRole('button', { name: 'Send update' }).dblclick()
    await latest(page).getByText('Working on it…').waitFor()
    await latest(page).getByText('Noted').waitFor()
    bot.answers.delayMs = 0
    expect(bot.heard).toHaveLength(1)
  })

  test('opens its dialog with the page of the app, and what that hands in goes to the bot', async () => {
    const url = `${world.tabOrigin}/form?as={userObjectId}`
    bot.answers.task = () => ({
      task: { type: 'continue', value: { url, title: 'Decide on 1/19', width: 500, height: 300 } },
    })
    await send('chair', prompt('x'))
    const page = await world.open('/?as=chair&view=chat&theme=dark')
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByRole('dialog', { name: 'Decide on 1/19' }).waitFor()
    const form = await probeIn(page, '/form')
    await expect.poll(() => form.evaluate(() => window.probe!.teams.app.getFrameContext())).toBe('task')
    const context = await form.evaluate(() => window.probe!.teams.app.getContext())
    expect(context).toMatchObject({ app: { theme: 'dark' }, user: { id: objectIdOf('chair') } })
    bot.answers.task = () => ({ task: { type: 'message', value: 'Approved' } })
    await form.evaluate(() => window.probe!.teams.dialog.url.submit({ verdict: 'approve' }))
    await page.getByRole('dialog', { name: 'Echo' }).getByText('Approved').waitFor()
    expect(bot.heard.map(({ activity }) => [activity.name, activity.value.data])).toMatchObject([
      ['task/fetch', { msteams: { type: 'task/fetch' }, prompt: 'p1' }],
      ['task/submit', { verdict: 'approve' }],
    ])
  })

  test('leads to the same thing in the tab', async () => {
    await send('chair', prompt('x'))
    const page = await world.open('/?as=chair&view=chat')
    await page.getByRole('button', { name: 'Open in the register' }).click()
    const tab = await readyTab(page)
    const context = await tab.evaluate(() => window.probe!.teams.app.getContext())
    expect(context.page.subPageId).toBe('action=1/19')
  })

  test('renders whatever markdown is in its words, as Teams does, and no markup at all', async () => {
    await send('chair', prompt('**Bold** [press here](https://elsewhere.example/) <img src=x onerror=alert(1)>'))
    await send('chair', prompt('\\*\\*Bold\\*\\* \\[press here\\](https://elsewhere.example/)'))
    const page = await world.open('/?as=chair&view=chat')
    const [careless, careful] = [log(page).getByRole('article').first(), latest(page)]
    await careless.getByRole('link', { name: 'press here' }).waitFor()
    await expect.poll(() => careless.locator('strong').allTextContents()).toEqual(['Bold'])
    await expect.poll(() => careless.locator('img').count()).toBe(0)
    await careless.getByText('<img src=x onerror=alert(1)>').waitFor()
    await careful.getByText('**Bold** [press here](https://elsewhere.example/)').waitFor()
    await expect.poll(() => careful.getByRole('link').count()).toBe(0)
  })
})

describe('the posts of a channel', () => {
  test('take a mention of the bot, show its answer in the thread, and what it posts by itself', async () => {
    const page = await world.open('/?as=chair&team=governance')
    await readyTab(page)
    await page.getByRole('link', { name: 'Posts' }).click()
    await page.getByRole('button', { name: 'help' }).click()
    await page.getByRole('button', { name: 'Send' }).click()
    const thread = page.getByRole('region', { name: 'Thread' }).first()
    await thread.getByText('You said: help').waitFor()
    await expect.poll(() => thread.locator('.mention').textContent()).toBe('Echo')
    await bot.api.conversations.create({
      channelData: { channel: { id: governance.channels[1]!.id } },
      activity: { type: 'message', text: 'The group meets tomorrow' },
    })
    await page.getByRole('region', { name: 'Thread' }).last().getByText('The group meets tomorrow').waitFor()
    await thread.getByRole('button', { name: 'Reply' }).click()
    await page.getByLabel('Reply in this thread').fill('Thank you')
    await page.keyboard.press('Enter')
    await thread.getByText('Thank you').waitFor()
    expect(bot.heard).toHaveLength(1)
  })
})

describe('the host', () => {
  const tell = (method: string, path: string, body: object) =>
    fetch(new URL(path, world.host.url), {
      method,
      headers: { 'Content-Type': 'application/json', Origin: new URL(world.host.url).origin },
      body: JSON.stringify(body),
    })

  test('adds the bot to a team when its tab is pinned there', async () => {
    const { id: teamId, channels } = missingChildren
    const tab = pinnedTab(world, '/channel', { teamId, channelId: channels[1]!.id })
    expect((await tell('PUT', '/local/tabs?as=chair', tab)).status).toBe(200)
    const added = bot.heard.find(({ activity }) => activity.type === 'installationUpdate')
    expect(added?.activity.channelData.team.aadGroupId).toBe(teamId)
  })

  test.each([
    ['somebody unknown', 'nobody', 404],
    ['the chat of another', 'coordinator', 404],
  ])('refuses %s', async (_what, as, status) => {
    const base = await openChat('chair')
    const answer = await tell('POST', `/local/chat/say?as=${as}`, { base, thread: null, text: 'x' })
    expect(answer.status).toBe(status)
    expect(bot.heard).toEqual([])
  })

  test.each([
    ['/local/chat/say?as=chair', {}],
    ['/local/chat/choose?as=chair', { choice: 'everything' }],
    ['/local/today', { days: 1.5 }],
    ['/local/today', { days: 100_000 }],
  ])('takes nothing malformed at %s', async (path, body) => {
    expect((await tell('POST', path, body)).status).toBe(400)
    expect(today).toBe('2026-11-27')
  })
})

describe('on a phone', () => {
  test('the list of chats leads to the chat, and back', async () => {
    await send('chair', prompt('Circulate the database'))
    const page = await world.open('/?as=chair&view=chats&device=phone')
    const device = page.locator('#device')
    await device.getByRole('link', { name: /Echo.*Action 1\/19 is due tomorrow/ }).click()
    await latest(page).getByText('Circulate the database').waitFor()
    const { width } = (await page.locator('.card').boundingBox())!
    expect(width).toBeLessThan(374)
    await expect.poll(() => log(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    await page.getByRole('button', { name: 'Back' }).click()
    await device.getByRole('heading', { name: 'Chat' }).waitFor()
  })

  test('the activity leads to the message in its chat', async () => {
    const { id } = await send('chair', prompt('Circulate the database'))
    const page = await world.open('/?as=chair&view=activity&device=android')
    await page
      .locator('#device')
      .getByRole('link', { name: /Action 1\/19/ })
      .click()
    await log(page).locator(`[data-id="${id}"]`).getByText('Circulate the database').waitFor()
  })
})

describe('the day', () => {
  test('is moved from the bar, and the app is loaded again in every window', async () => {
    const other = await world.open('/?as=coordinator&team=governance')
    await readyTab(other)
    const page = await world.open('/?as=chair&team=governance')
    const tab = await readyTab(page)
    await page.getByText('Fri 27 Nov 2026').waitFor()
    await page.getByRole('button', { name: '+1 day' }).click()
    await page.getByText('Sat 28 Nov 2026').waitFor()
    await expect.poll(() => tab.isDetached()).toBe(true)
    await readyTab(page)
    await other.getByText('Sat 28 Nov 2026').waitFor()
    await page.getByRole('button', { name: '+1 week' }).click()
    await page.getByText('Sat 5 Dec 2026').waitFor()
    await page.getByRole('button', { name: '−1 day' }).click()
    await page.getByText('Fri 4 Dec 2026').waitFor()
    await page.getByLabel('Language').selectOption('cy')
    await page.getByText('Gwe 4 Rhag 2026').waitFor()
  })
})

test('what is to go wrong next is chosen in the drawer, and goes wrong once', async () => {
  const page = await world.open('/?as=chair&view=chat')
  await page.getByRole('button', { name: 'Messages' }).click()
  await page.getByRole('button', { name: 'Delivered, then 502' }).click()
  await page.getByText('The next one goes wrong').waitFor()
  await expect(send('chair', prompt('Twice'))).rejects.toMatchObject({ response: { status: 502 } })
  await latest(page).getByText('Twice').waitFor()
  await send('chair', prompt('Once more'))
  await latest(page).getByText('Once more').waitFor()
})

describe('axe finds nothing', () => {
  // A colour is the theme's and a name the language's: neither depends on the other.
  test.each([
    ['default', 'en'],
    ['dark', 'cy'],
    ['contrast', 'en'],
  ])('in the theme %s, in the language %s', async (theme, language) => {
    const { base } = await send(
      'chair',
      prompt('Circulate the database, **monthly**, [as agreed](https://elsewhere.example/)'),
    )
    await bot.connector.chat.say(seat('chair'), { base, thread: null, text: 'help' })
    const channel = governance.channels[1]!.id
    await bot.connector.chat.say(seat('chair'), { base: channel, thread: null, text: '@Echo help' })
    const settings = `theme=${theme}&lang=${language}`
    const page = await world.open(`/?as=chair&team=governance&${settings}`)
    await readyTab(page)
    await send('chair', prompt('Another'))
    await page.locator('.toast').waitFor()
    expect(await violations(page)).toEqual([])
    for (const where of ['view=chat', 'team=governance&view=posts', 'view=activity', 'view=chat&device=phone']) {
      await page.goto(new URL(`/?as=chair&${where}&${settings}`, world.host.url).href)
      await log(page).getByRole('article').first().waitFor()
      if (where !== 'team=governance&view=posts') await page.locator('.ac-pushButton').first().waitFor()
      expect(await violations(page)).toEqual([])
    }
    await page.goto(new URL(`/?as=chair&view=chats&device=android&${settings}`, world.host.url).href)
    await page.locator('#list .rows').waitFor()
    expect(await violations(page)).toEqual([])
  })
})

test('a card is answered by the keyboard alone, and the focus stays with it', async () => {
  bot.answers.card = () => ({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Recorded' }] },
  })
  await send('chair', prompt('Circulate the database'))
  const page = await world.open('/?as=chair&view=chat')
  await page.getByLabel('What has happened?').waitFor()
  await log(page).focus()
  // The card as a whole is a stop of its own.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Circulated')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await latest(page).getByText('Recorded').waitFor()
  expect(bot.heard[0]!.activity.value.action.data.update).toBe('Circulated')
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('card')
})
