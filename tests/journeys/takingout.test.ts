import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/documents/document.ts'
import { readPdf } from '../../src/documents/export/pdfreading.ts'
import { enterRoom } from '../../src/laptop/entering.ts'
import { onALaptop } from './living.ts'
import { registerOf } from './people.ts'

describe('what is in the register is taken out', () => {
  const teams = onALaptop()

  test.each([
    ['Word', 'docx'],
    ['Excel', 'xlsx'],
  ])(
    'as %s: the file that lands in the person’s downloads holds every action and its history',
    async (format, ending) => {
      const auditor = await teams.as('auditor', { team: 'csae-sgg', channel: 'Governance' })
      const { frame, choose, rows } = await registerOf(auditor)
      await choose('all')
      await rows().first().waitFor()
      await frame.getByRole('button', { name: auditor.words.say('exporting.open') }).click()
      const dialog = frame.getByRole('dialog')
      const [download] = await Promise.all([
        auditor.page.waitForEvent('download'),
        dialog.getByRole('button', { name: format, exact: true }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(new RegExp(`^csae-sgg-tracker-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`))
      const read = readDocument({ bytes: new Uint8Array(readFileSync(await download.path())) })
      const lines = read.ok
        ? read.value.flatMap((table) => table.rows.map((row) => row.cells.map(({ text }) => text)))
        : []
      const actions = lines.filter(([reference]) => /^\d+\/\d\d$/u.test(reference ?? ''))
      expect(actions.length).toBeGreaterThan(30)
      expect(actions.filter((cells) => /^\d+\/\d+\/\d{4}: /u.test(cells[2] ?? '')).length).toBeGreaterThan(15)
    },
    120_000,
  )

  test(
    'as the report for the board: a PDF in Welsh, with every action in its table',
    { timeout: 120_000 },
    async () => {
      const { page, words, app } = await teams.as('coordinator', { team: 'csae-sgg', channel: 'Governance' })
      const frame = await app()
      await enterRoom(frame, words, 'report')
      await frame.getByRole('button', { name: words.say('report.takeOut') }).click()
      const wanted = `${words.say('report.pdf')}, ${words.say('report.inWelsh')}`
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        frame.getByRole('menuitem', { name: wanted }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^csae-sgg-report-\d{4}-\d\d-\d\d\.pdf$/u)
      const { objects, root, artefacts } = readPdf(new Uint8Array(readFileSync(await download.path())))
      expect(objects).toContain('/Lang (cy-GB)')
      const tables = root.children.filter(({ type }) => type === 'Table')
      expect(tables.at(-1)?.children[1]?.children.length).toBeGreaterThan(20)
      for (const each of artefacts) expect(each).toContain('OFFICIAL')
    },
  )
})
