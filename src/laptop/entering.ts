/** Goes to one of a channel's rooms as a person does, wherever the way to it stands: in the line, or behind its last button. */

import type { Frame } from 'playwright-core'
import type { SwitchedRoom } from '../domain/group.ts'
import type { Words } from '../words/words.ts'

export async function enterRoom(frame: Frame, words: Words, name: SwitchedRoom): Promise<void> {
  const title = words.say(`shell.room.${name}`)
  const button = frame.getByRole('button', { name: title, exact: true })
  // It bears the name of the room that one is in, where that stands behind it.
  const more = frame.locator('nav button[aria-haspopup="menu"]')
  await button.or(more).first().waitFor()
  if ((await button.count()) > 0) await button.click()
  else {
    await more.click()
    await frame.getByRole('menuitem', { name: title, exact: true }).click()
  }
}
