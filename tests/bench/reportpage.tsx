/**
 * The sections of the board's report alone on a page, for report.ts: `?count=5000&printing=true`, begun with
 * `window.begin()`, which answers with the milliseconds until they are painted.
 */

import { FluentProvider } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'
import { makeReportPaper } from '../../src/documents/export/report.ts'
import { reportOf } from '../../src/domain/report.ts'
import { themeOf } from '../../src/tab/design/theme.ts'
import { PaperTableView } from '../../src/tab/report/PaperTableView.tsx'
import { WordsProvider } from '../../src/tab/words.tsx'
import { createWords } from '../../src/words/words.ts'
import { aReportGround } from './manyreported.ts'

declare global {
  interface Window {
    begin(): Promise<number>
  }
}

const asked = new URLSearchParams(location.search)
const words = createWords('en')
const ground = aReportGround(Number(asked.get('count')))
const { snapshot } = ground
const report = reportOf(ground)
const root = document.createElement('div')
root.setAttribute('role', 'main')
root.style.minHeight = '1px'
document.body.append(root)

window.begin = async () => {
  const start = performance.now()
  const { sections } = makeReportPaper(report, { words, snapshot })
  const ids = new Map([...snapshot.actions.values()].map(({ id, reference }) => [reference, id]))
  createRoot(root).render(
    <FluentProvider theme={themeOf('default')}>
      <WordsProvider language="en">
        {sections.map(
          ({ key, table }) =>
            table && (
              <PaperTableView
                key={key}
                table={table}
                ids={ids}
                isPrinting={asked.get('printing') === 'true'}
                onOpenAction={() => {}}
              />
            ),
        )}
      </WordsProvider>
    </FluentProvider>,
  )
  const painted = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  while (!root.querySelector('tbody tr')) await painted()
  await painted()
  await new Promise((resolve) => setTimeout(resolve))
  return performance.now() - start
}
