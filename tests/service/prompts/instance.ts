/**
 * One instance of the service in a process of its own, which ends like a machine that loses its power at the point that
 * it was told: `node instance.ts '{"configuration": …, "today": …, "endAt": …}'`. The hook is handed in here and exists
 * nowhere in what is deployed.
 */

import process, { argv, stdout } from 'node:process'
import type { Configuration } from '../../../src/service/configuration.ts'
import type { AnswerPoint } from '../../../src/service/bot/answering.ts'
import type { Point } from '../../../src/service/prompts/send.ts'
import { createService } from '../../../src/service/server.ts'
import { createClock } from '../../../src/words/clock.ts'
import { PLAIN } from './plain.ts'

export interface Orders {
  readonly configuration: Configuration
  readonly today: string
  /** Null: until it is ended. */
  readonly endAt: Point | AnswerPoint | null
}

const { configuration, today, endAt } = JSON.parse(argv[2] ?? '') as Orders
const { now } = createClock()
const mayEnd = async (point: Point | AnswerPoint): Promise<void> => {
  if (point === endAt) process.kill(process.pid, 'SIGKILL')
}
const service = await createService({
  configuration,
  clock: { now, today: () => today },
  write: (line) => void stdout.write(`${line}\n`),
  pollSeconds: 0.5,
  shareStandsFor: 100,
  retrySeconds: 2,
  answerPoints: mayEnd,
  prompting: {
    composer: PLAIN,
    tickSeconds: 1,
    leaseSeconds: 1,
    settlingSeconds: 0.1,
    points: mayEnd,
  },
})
process.on('SIGTERM', () => void service.close().then(() => process.exit(0)))
