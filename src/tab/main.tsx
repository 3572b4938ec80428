/** Opens the tab: draws at once, then finds out where it is and who looks. */

import { createRoot } from 'react-dom/client'
import { loadWords } from '../words/loading.ts'
import { readConfiguration } from './configuration.ts'
import { openSession } from './session.ts'
import { TabFault } from './shell/fault.ts'
import { preloadPage } from './shell/pages.ts'
import { Shell, type Opened } from './shell/Shell.tsx'
import { openTeams, parseLanguage, type TeamsHost } from './shell/teams.ts'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no root')
const root = createRoot(place)

async function open(): Promise<void> {
  let host: TeamsHost | null = null
  const draw = (opened: Opened): void => root.render(<Shell opened={opened} onAgain={() => void open()} />)
  draw({ state: 'opening', host })
  try {
    const configuration = readConfiguration(document)
    host = await openTeams(configuration.hostOrigins)
    draw({ state: 'opening', host })
    host.showLoaded()
    draw({ state: 'open', host, session: await openSession(configuration, host) })
  } catch (fault) {
    const auth = fault instanceof TabFault && fault.code.startsWith('signIn')
    host?.showFailed(auth ? 'auth' : 'other', fault instanceof Error ? fault.message : String(fault))
    draw({ state: 'failed', host, fault })
  }
}

preloadPage(window.location.search)
void loadWords(parseLanguage(navigator.language))
void open()
