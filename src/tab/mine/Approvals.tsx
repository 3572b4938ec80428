/** What waits for decisions, around a person's own matters: what is theirs to decide first, what they asked for last. */

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components'
import { queryOptions } from '@tanstack/react-query'
import { approvalEndpoints, type ApprovalEntry } from '../../contract/approvals.ts'
import type { GroupEntry } from '../../contract/endpoints.ts'
import type { Day } from '../../domain/day.ts'
import { groupName } from '../../domain/group.ts'
import type { Api } from '../api.ts'
import { valueOf } from '../shell/fault.ts'
import { useWords } from '../words.tsx'
import { ApprovalCard } from './ApprovalCard.tsx'
import { Section } from './Section.tsx'

/** Others ask and decide meanwhile. */
const LOOKED_AT_EVERY_MS = 60_000

export function approvalsQuery(api: Api) {
  return queryOptions({
    queryKey: ['approvals'],
    queryFn: async () => valueOf(await api.ask(approvalEndpoints.approvals, {})),
    refetchInterval: LOOKED_AT_EVERY_MS,
  })
}

const useStyles = makeStyles({
  bar: { marginTop: tokens.spacingVerticalM },
})

export interface ApprovalsProps {
  readonly mine: ApprovalEntry['mine']
  readonly entries: readonly ApprovalEntry[]
  readonly groups: readonly GroupEntry[]
  readonly today: Day
  readonly onDecide: (entry: ApprovalEntry) => void
  readonly onOpen: (group: GroupEntry, action: string) => void
}

export function Approvals({ mine, entries, groups, today, onDecide, onOpen }: ApprovalsProps) {
  const words = useWords()
  const shown = entries.flatMap((entry) => {
    const group = groups.find(({ key }) => key === entry.group)
    return entry.mine === mine && group ? [{ entry, group }] : []
  })
  return (
    <Section
      title={words.say(`mine.section.${mine}`)}
      cards={shown.map(({ entry, group }) => (
        <ApprovalCard
          key={entry.group + entry.subject}
          entry={entry}
          groupName={groupName(group, words.language)}
          today={today}
          onDecide={mine === 'decide' ? () => onDecide(entry) : null}
          onOpen={() => onOpen(group, entry.action)}
        />
      ))}
    />
  )
}

/** Everything else stands without the service; this says what is missing. */
export function ApprovalsMissing({ onAgain, busy }: { readonly onAgain: () => void; readonly busy: boolean }) {
  const styles = useStyles()
  const words = useWords()
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>{words.say('mine.approval.fault')}</MessageBarBody>
      <MessageBarActions>
        <Button disabledFocusable={busy} onClick={onAgain}>
          {words.say('shell.again')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
