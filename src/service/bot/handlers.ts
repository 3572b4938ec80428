/** What the bot does, put together: buttons, dialogs, words, and being added. */

import type { Configuration, BotConfiguration } from '../configuration.ts'
import { personKey } from '../../domain/appointment.ts'
import { createWords } from '../../words/words.ts'
import { makeTalk } from '../cards/list.ts'
import type { Office } from '../office.ts'
import type { Changed } from '../prompts/run.ts'
import { createActions } from './actions.ts'
import { createAnswering, type AnsweringOptions } from './answering.ts'
import { createAnswerRows } from './answerrows.ts'
import type { BotHandlers, Turn } from './app.ts'
import { createCommands } from './commands.ts'
import type { Conversations } from './conversations.ts'
import { createBotGround } from './ground.ts'
import { teamKey } from './messenger.ts'
import { createReporting } from './reporting.ts'
import { createSeal } from './seal.ts'
import { createSettled } from './settled.ts'

export interface HandlersOptions {
  readonly office: Office
  readonly conversations: Conversations
  readonly configuration: Pick<Configuration, 'privateKey' | 'tabOrigin'> & Pick<BotConfiguration, 'teams' | 'teamsApp'>
  /** Every card that speaks of it is to show how things stand now. */
  readonly onApplied: (about: Changed) => Promise<void>
  /** After so many seconds an answer that broke off is carried on. */
  readonly retrySeconds?: number
  readonly answerPoints?: AnsweringOptions['points']
}

export interface Handlers extends BotHandlers {
  close(): Promise<void>
}

export function createBotHandlers(options: HandlersOptions): Handlers {
  const { office, conversations, configuration, onApplied, retrySeconds, answerPoints } = options
  const rows = createAnswerRows(office.database)
  const ground = createBotGround({ office, ...configuration })
  const seal = createSeal(configuration.privateKey)
  const trials = {
    ...(retrySeconds === undefined ? {} : { retrySeconds }),
    ...(answerPoints ? { points: answerPoints } : {}),
  }
  const answering = createAnswering({ office, rows, seal, onApplied, ...trials })
  const actions = createActions({ office, rows, ground, answering, seal })
  const settled = createSettled({ office, rows, ground, onApplied })
  const reporting = createReporting({ office, ground })
  const commands = createCommands({ office, ground, reporting })

  const keyOf = ({ person, team }: Turn): string => (team ? teamKey(team.teamId) : personKey(person))

  return {
    press: (press) => actions.press(press),
    openDialog: (press) => (press.verb === 'report' ? reporting.openForm(press) : actions.openDialog(press)),
    dialogClosed: (press) => settled.dialogClosed(press),
    async said(turn, text) {
      if (turn.isPersonal) await conversations.keep(keyOf(turn), turn)
      return commands.answer(turn, text)
    },
    async added(turn) {
      const isNew = await conversations.keep(keyOf(turn), turn)
      if (!isNew) return null
      const words = createWords(await ground.language(turn.person, turn.language))
      const told = words.say(turn.isPersonal ? 'bot.greeting' : 'bot.greeting.team')
      return makeTalk(words, words.say('bot.greeting.title'), [told], await ground.links())
    },
    removed: (turn) => conversations.forget(keyOf(turn)),
    close: async () => void (await Promise.all([answering.close(), settled.close()])),
  }
}
