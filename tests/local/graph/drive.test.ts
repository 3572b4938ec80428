import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGraphClient } from '../../../src/sharepoint/client.ts'
import { uploadFile } from '../../../src/sharepoint/files.ts'
import { aWorld, type World } from '../../sharepoint/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const contentOf = (text: string): Blob => new Blob([text])

it('takes a file whole, under its name, from whoever may write there', async () => {
  const file = { name: 'Flags: "policy" 50%.docx', content: contentOf('ünder 4 MB') }
  const folders = ['Requests', 'How each force flags?', 'North Mercia']
  const put = await uploadFile(world.client('spoc-north'), world.siteId, folders, file)
  expect(put).toMatchObject({ name: 'Flags_ _policy_ 50_.docx', bytes: 11 })
  expect(decodeURIComponent(put.webUrl)).toMatch(
    /\/sites\/csae-sgg\/Shared Documents\/Requests\/How each force flags_\/North Mercia\/Flags_ _policy_ 50_\.docx$/,
  )
  expect(world.graph.files().map(({ text, by }) => [text, by])).toEqual([
    ['ünder 4 MB', world.person('spoc-north').name],
  ])
})

it('takes nothing from whoever may not', async () => {
  const put = uploadFile(world.client('outsider'), world.siteId, [], { name: 'a.txt', content: contentOf('x') })
  await expect(put).rejects.toMatchObject({ status: 403 })
  const bare = createGraphClient({ base: world.graph.url, token: () => Promise.resolve('none') })
  await expect(uploadFile(bare, world.siteId, [], { name: 'a.txt', content: contentOf('x') })).rejects.toMatchObject({
    status: 401,
  })
})
