/**
 * Where Teams asks what to pin: makes a channel a group, through the service. Says what stands in the way and what to
 * do about it; decides nothing, for the service checks it all again.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ChannelAnswer, GroupEntry } from '../../contract/endpoints.ts'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { addressOfGroup } from '../shell/page.ts'
import { Queries } from '../shell/queries.tsx'
import { useWords } from '../words.tsx'
import { GroupFields } from './GroupFields.tsx'

const useStyles = makeStyles({
  page: {
    maxWidth: '44rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
  },
  title: { ...type.title, margin: 0 },
  why: { margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXXL}`, textWrap: 'pretty' },
  command: {
    display: 'block',
    overflowX: 'auto',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'pre',
  },
  steps: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function ConfigurePage({ session }: { readonly session: Session }) {
  return (
    <Queries>
      <Configure session={session} />
    </Queries>
  )
}

function Configure({ session }: { readonly session: Session }) {
  const styles = useStyles()
  const words = useWords()
  const { channel, settings } = session.host
  const state = useQuery({
    queryKey: ['channel', channel?.teamId, channel?.channelId],
    enabled: channel !== null,
    // The form must not change under somebody's hands.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => session.api.channel(channel?.teamId ?? '', channel?.channelId ?? ''),
  })

  if (channel === null) {
    return <Notice title={words.say('configure.noChannel.title')}>{words.say('configure.noChannel')}</Notice>
  }
  if (state.isPending) return <Opening />
  const again = (): void => void state.refetch()
  if (state.isError) return <FaultNotice fault={state.error} onAgain={again} tokens={session.tokens} />
  if (!state.data.ok) {
    return (
      <Notice title={words.say('configure.title')} step={{ label: words.say('shell.again'), do: again }}>
        {words.refusal(state.data.error)}
      </Notice>
    )
  }
  const answer = state.data.value
  const obstacle = obstacleTo(answer)
  if (obstacle === 'already' && answer.group) return <AlreadyGroup group={answer.group} settings={settings} />
  if (obstacle === 'notOwner') {
    return (
      <Notice title={words.say('configure.notOwner.title')}>
        {words.say('configure.notOwner', { team: session.host.team ?? words.say('configure.notOwner.team') })}
      </Notice>
    )
  }
  if (obstacle === 'notGranted') {
    return <NotGranted session={session} busy={state.isFetching} onCheck={again} />
  }
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.say('configure.title')}</h1>
      <p className={styles.why}>{words.say('configure.why')}</p>
      <GroupFields session={session} channel={channel} answer={answer} />
    </div>
  )
}

/** The first thing that stands in the way of making the channel a group, or null. */
function obstacleTo(answer: ChannelAnswer): 'already' | 'notOwner' | 'notGranted' | null {
  if (answer.group) return 'already'
  if (!answer.mayConfigure) return 'notOwner'
  return answer.siteGranted ? null : 'notGranted'
}

interface AlreadyGroupProps {
  readonly group: GroupEntry
  readonly settings: Session['host']['settings']
}

/** Any member may pin the tab of a group that is there. */
function AlreadyGroup({ group, settings }: AlreadyGroupProps) {
  const words = useWords()
  const name = words.say('configure.tabName')
  useEffect(() => {
    settings.onSave(async () => ({ group: group.key, contentUrl: addressOfGroup(group), name }))
    settings.setValid(true)
  }, [group, name, settings])
  return (
    <Notice title={words.say('configure.already.title', { name: group.name })}>{words.say('configure.already')}</Notice>
  )
}

interface NotGrantedProps {
  readonly session: Session
  readonly busy: boolean
  readonly onCheck: () => void
}

function NotGranted({ session, busy, onCheck }: NotGrantedProps) {
  const styles = useStyles()
  const words = useWords()
  const [copied, setCopied] = useState(false)
  const command = `npx matters provision --site ${session.host.siteAddress ?? 'https://…'}`
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(command)
    setCopied(true)
  }
  return (
    <Notice
      title={words.say('configure.notGranted.title')}
      extra={
        <>
          <code className={styles.command}>{command}</code>
          <div className={styles.steps}>
            <Button appearance="primary" disabledFocusable={busy} onClick={onCheck}>
              {words.say('configure.notGranted.check')}
            </Button>
            <Button onClick={() => void copy()}>
              {words.say(copied ? 'configure.notGranted.copied' : 'configure.notGranted.copy')}
            </Button>
          </div>
        </>
      }
    >
      {words.say('configure.notGranted')}
    </Notice>
  )
}
