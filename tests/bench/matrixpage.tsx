/**
 * The matrix alone on a page, for matrix.ts: `?show=matrix`, or `?show=table`, the same words of the same cells as a plain
 * HTML table. The page says as `painted` how many milliseconds its first paint took from when it began to draw.
 */

import { FluentProvider } from '@fluentui/react-components'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { addDays } from '../../src/domain/day.ts'
import type { Organisation } from '../../src/domain/group.ts'
import { RESPONSE_STATES, responseKey, untouched, type RequestContent } from '../../src/domain/request.ts'
import { themeOf } from '../../src/tab/design/theme.ts'
import { Matrix } from '../../src/tab/requests/Matrix.tsx'
import { compareRequests, matrixOf } from '../../src/tab/requests/matrixtable.ts'
import { standingWords } from '../../src/tab/requests/standing.ts'
import { loadAllWords } from '../../src/words/loading.ts'
import { useWords, WordsProvider } from '../../src/tab/words.tsx'

declare global {
  interface Window {
    painted: number | null
  }
}

const TODAY = '2026-11-24'
const show = new URLSearchParams(location.search).get('show') ?? 'matrix'

const organisations = new Map(
  Array.from({ length: 43 }, (_, index): [string, Organisation] => {
    const key = `force-${index}`
    const name = `Force number ${index + 1}`
    return [key, { key, name, shortName: `F${index + 1}`, aliases: [], kind: 'force', nation: 'England', region: '' }]
  }),
)
const requests = Array.from({ length: 40 }, (_, index): RequestContent => {
  const nothing = { action: null, opens: null, fields: [], marking: null, return: null, period: null, log: [] }
  return {
    ...nothing,
    key: `request-${index}`,
    title: `What number ${index + 1} asks of each`,
    words: '',
    organisations: [...organisations.keys()],
    due: addDays(TODAY, index - 20),
    signOff: false,
    status: 'open',
  }
}).toSorted(compareRequests)
const responses = new Map(
  requests.flatMap(({ key }, column) =>
    [...organisations.keys()].map((organisation, row) => {
      const state = RESPONSE_STATES[(row * 7 + column * 3) % RESPONSE_STATES.length] ?? 'notStarted'
      return [responseKey(key, organisation), { ...untouched(key, organisation), state }] as const
    }),
  ),
)

function Shown() {
  const words = useWords()
  const [picking, setPicking] = useState(false)
  const [content] = useState(() => matrixOf(requests, responses, organisations, TODAY))
  if (show === 'table') {
    return (
      <table>
        <thead>
          <tr>
            <th>Organisation</th>
            {content.columns.map(({ request }) => (
              <th key={request.key}>{request.title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {content.rows.map((row) => (
            <tr key={row.organisation.key}>
              <th>{row.organisation.shortName}</th>
              {row.cells.map((cell, index) => {
                const request = content.columns[index]?.request
                return <td key={request?.key}>{cell && request && standingWords(cell, request, words, TODAY)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    )
  }
  return (
    <Matrix
      content={content}
      today={TODAY}
      picking={picking}
      onPick={setPicking}
      onOpenRequest={() => {}}
      onOpenResponse={() => {}}
      onChase={null}
    />
  )
}

window.painted = null
const root = document.getElementById('root')
// Only the drawing is measured: the words are there before it.
void loadAllWords('en').then(() => {
  const began = performance.now()
  const look = (): void => {
    if (!document.querySelector('td')) return void requestAnimationFrame(look)
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => (window.painted = performance.now() - began))
    channel.port1.start()
    channel.port2.postMessage(null)
  }
  requestAnimationFrame(look)
  if (root) {
    createRoot(root).render(
      <FluentProvider theme={themeOf('default')} style={{ height: '100dvh' }}>
        <WordsProvider language="en">
          <main style={{ height: '100%' }}>
            <Shown />
          </main>
        </WordsProvider>
      </FluentProvider>,
    )
  }
})
