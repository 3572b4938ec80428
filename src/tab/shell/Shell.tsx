/**
 * The frame around every page: theme, language, signing in, faults, and the footer. Teams is busy already: no header,
 * no logo. Decides which page is shown; knows nothing of what the pages do.
 */

import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components'
import { startTransition, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import type { Language } from '../../words/words.ts'
import { themeOf } from '../design/theme.ts'
import type { Session } from '../session.ts'
import { LaterWords, WordsProvider } from '../words.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { TabFault } from './fault.ts'
import { FaultNotice } from './FaultNotice.tsx'
import { Footer } from './Footer.tsx'
import { keepLanguage, LANGUAGE_TAGS, readLanguage } from './language.ts'
import { Opening } from './Opening.tsx'
import { parsePage } from './page.ts'
import {
  AccessibilityPage,
  AnswerPage,
  AskPage,
  ChannelPage,
  ConfigurePage,
  DecidePage,
  MinePage,
  RespondPage,
} from './pages.ts'
import { parseLanguage, type DialogResult, type HostState, type TeamsHost } from './teams.ts'

const useStyles = makeStyles({
  // Not on the provider: what it wears, every popup wears too, and would cover the page.
  page: { display: 'flex', flexDirection: 'column', height: '100dvh', overflow: 'hidden' },
  main: { flex: '1 1 0', minHeight: 0, overflow: 'auto', backgroundColor: tokens.colorNeutralBackground1 },
})

/** How far the opening of the tab has come. */
export type Opened =
  | { readonly state: 'opening'; readonly host: TeamsHost | null }
  | { readonly state: 'open'; readonly host: TeamsHost; readonly session: Session }
  | { readonly state: 'failed'; readonly host: TeamsHost | null; readonly fault: unknown }

const UNTOLD = { theme: null, language: null, subPage: null }
const never = (): (() => void) => () => {}

export function Shell({ opened, onAgain }: { readonly opened: Opened; readonly onAgain: () => void }) {
  const styles = useStyles()
  const { host } = opened
  const shown = useSyncExternalStore<HostState | typeof UNTOLD>(host?.subscribe ?? never, host?.state ?? (() => UNTOLD))
  const [chosen, setChosen] = useState<Language | null>(null)
  const [accessibility, setAccessibility] = useState(false)
  const language =
    chosen ?? (host && readLanguage(host.objectId)) ?? shown.language ?? parseLanguage(navigator.language)

  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAGS[language]
  }, [language])
  const switchTo = (next: Language): void => {
    startTransition(() => setChosen(next))
    if (host) keepLanguage(host.objectId, next)
  }

  return (
    <FluentProvider theme={themeOf(shown.theme ?? preferredTheme())}>
      {/* Nothing can be said before there are words. */}
      <Suspense>
        <WordsProvider language={language}>
          <div className={styles.page}>
            <main className={styles.main} hidden={accessibility}>
              <ErrorBoundary>
                <Suspense fallback={<Opening />}>
                  {opened.state === 'opening' && <Opening />}
                  {opened.state === 'failed' && <FaultNotice fault={opened.fault} onAgain={onAgain} />}
                  {opened.state === 'open' && <PageOf session={opened.session} subPage={shown.subPage} />}
                </Suspense>
              </ErrorBoundary>
            </main>
            {accessibility && (
              <main className={styles.main}>
                <Suspense fallback={<Opening />}>
                  <LaterWords>
                    <AccessibilityPage contact={contactOf(opened)} onBack={() => setAccessibility(false)} />
                  </LaterWords>
                </Suspense>
              </main>
            )}
            <Footer onLanguage={switchTo} onAccessibility={() => setAccessibility(true)} />
          </div>
        </WordsProvider>
      </Suspense>
    </FluentProvider>
  )
}

function PageOf({ session, subPage }: { readonly session: Session; readonly subPage: string | null }) {
  const page = parsePage(window.location.search)
  useEffect(() => session.host.showReady(), [session])
  if (page === null) throw new TabFault('addressUnknown')
  switch (page.kind) {
    case 'channel':
      return <ChannelPage key={page.siteId} session={session} page={page} subPage={subPage} />
    case 'mine':
      return (
        <LaterWords>
          <MinePage session={session} />
        </LaterWords>
      )
    case 'decide':
      return (
        <LaterWords>
          <DecidePage session={session} group={page.group} subject={page.subject} onClose={closeDialog(session)} />
        </LaterWords>
      )
    case 'answer':
      return (
        <LaterWords>
          <AnswerPage key={page.action} session={session} page={page} onClose={closeDialog(session)} />
        </LaterWords>
      )
    case 'respond':
      return (
        <LaterWords>
          <RespondPage key={page.response} session={session} page={page} onClose={closeDialog(session)} />
        </LaterWords>
      )
    case 'ask':
      return (
        <LaterWords>
          <AskPage key={page.about} session={session} page={page} onClose={closeDialog(session)} />
        </LaterWords>
      )
    case 'configure':
      return (
        <LaterWords>
          <ConfigurePage session={session} />
        </LaterWords>
      )
  }
}

/** Null where the page stands alone: there is nothing to close. */
function closeDialog({ host }: Session): ((said: DialogResult | null) => void) | null {
  return host.frame === 'task' ? (said) => host.dialogs.submit(said) : null
}

/** Whom the deployment names for what can't be used; it may not have been read yet. */
function contactOf(opened: Opened): string | null {
  return (opened.state === 'open' && opened.session.configuration.accessibilityContact) || null
}

/** Until Teams has told its theme. */
function preferredTheme(): string {
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast'
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default'
}
