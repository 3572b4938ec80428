/** One inspection report: what it is, where the force stands on it, what is owed, what it counts, and its recommendations. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { ownerWords } from '../../domain/owner.ts'
import { positionOf, type PublicationContent } from '../../domain/publication.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { makeId } from '../shell/id.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useWords } from '../words.tsx'
import { Earlier } from './Earlier.tsx'
import { PublicationForm } from './PublicationForm.tsx'
import { RecommendationForm } from './RecommendationForm.tsx'
import { RecommendationRow } from './RecommendationRow.tsx'
import type { SendPublication } from './sending.ts'
import { ReportDeed, type Deed } from './ReportDeed.tsx'
import { NO_REPORT, type Claim, type ShownReport } from './shown.ts'

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXL, minWidth: '0' },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  heading: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0', overflowWrap: 'anywhere' },
  beside: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalM,
    margin: `${tokens.spacingVerticalM} 0`,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM },
  },
  label: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  position: { ...type.reading, margin: '0', whiteSpace: 'pre-line', maxWidth: '44rem' },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  line: { ...type.row, marginTop: tokens.spacingVerticalXS },
  owed: { fontWeight: tokens.fontWeightSemibold },
  claim: { ...type.row, margin: '0', gridColumn: '1 / -1' },
  differs: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, gridColumn: '1 / -1' },
  rows: { listStyleType: 'none', margin: '0', padding: '0' },
})

export interface ReportSectionProps {
  readonly report: ShownReport
  readonly snapshot: Snapshot
  readonly today: Day
  readonly mayWrite: boolean
  readonly register: OutboxRegister
  readonly onSend: SendPublication
  readonly onOpenAction: (action: ActionId) => void
  readonly onBreak: (action: ActionId) => void
}

export function ReportSection(props: ReportSectionProps) {
  const { report, snapshot, today, onOpenAction, onBreak } = props
  const words = useWords()
  const styles = useStyles()
  const { content, key, rows } = report
  const id = `report-${key ?? NO_REPORT}`
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.top}>
        <h2 className={styles.heading} id={id}>
          {content?.title ?? words.say('recommendations.noReport')}
        </h2>
        <span className={styles.beside}>{words.say('recommendations.of', { count: rows.length })}</span>
      </div>
      {content && key !== null && <Facts {...props} publication={key} content={content} />}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <RecommendationRow
            key={row.action.id}
            row={row}
            snapshot={snapshot}
            today={today}
            onOpenAction={onOpenAction}
            onBreak={onBreak}
          />
        ))}
      </ul>
    </section>
  )
}

interface FactsProps extends ReportSectionProps {
  readonly publication: string
  readonly content: PublicationContent
}

function Facts({ report, publication, content, snapshot, today, mayWrite, register, onSend }: FactsProps) {
  const words = useWords()
  const styles = useStyles()
  const [open, setOpen] = useState<Deed | 'edit' | 'write' | null>(null)
  const { subtitle, replies, told, positions, lead, summary } = content
  const position = positionOf(content)
  const close = (): void => setOpen(null)
  return (
    <>
      {subtitle !== '' && <p className={styles.beside}>{subtitle}</p>}
      <p className={styles.beside}>{aboutOf(content, words)}</p>
      <div className={styles.facts}>
        <div>
          <p className={styles.label}>{words.say('recommendations.position')}</p>
          <p className={styles.position}>
            {position ? <PassageText text={position.words} /> : words.say('recommendations.position.none')}
          </p>
          {position && (
            <p className={styles.label}>
              {words.say('recommendations.position.by', { name: position.by.name, day: words.day(position.day) })}
            </p>
          )}
          <Earlier
            positions={positions.filter((each) => each !== position).toSorted((a, b) => (a.day < b.day ? 1 : -1))}
            today={today}
          />
        </div>
        <ul className={styles.list}>
          <li className={styles.line}>
            {lead.length === 0
              ? words.say('recommendations.noLead')
              : words.say('recommendations.lead', {
                  lead: words.list(lead.map((owner) => ownerWords(owner, snapshot))),
                })}
          </li>
          {replies.map((reply) => (
            <li key={reply.id} className={mergeClasses(styles.line, reply.sent === null && styles.owed)}>
              {reply.sent
                ? words.say('recommendations.reply.sent', { to: reply.to, day: words.day(reply.sent.day) })
                : words.say('recommendations.reply.owed', {
                    to: reply.to,
                    due: `${words.dueStated(reply.due)}${stillTo(words.due(reply.due, today, null), words.dueStated(reply.due))}`,
                  })}{' '}
              {reply.sent && <p className={styles.label}>{reply.sent.words}</p>}
              {mayWrite && reply.sent === null && (
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => setOpen({ kind: 'sendReply', reply: reply.id })}
                >
                  {words.say('recommendations.reply')}
                </Button>
              )}
            </li>
          ))}
          {told.length === 0 && <li className={styles.line}>{words.say('recommendations.notTold')}</li>}
          {told.map(({ id, board, day, words: said }) => (
            <li key={id} className={styles.line}>
              {words.say('recommendations.told', { board, day: words.day(day) })}
              {said !== '' && <p className={styles.label}>{said}</p>}
            </li>
          ))}
        </ul>
        {report.claim && <ClaimLine claim={report.claim} />}
        {summary !== '' && (
          <p className={styles.claim}>
            <span className={styles.label}>{words.say('recommendations.summary')}: </span>
            {summary}
          </p>
        )}
        {mayWrite && open === null && (
          <div className={styles.doors}>
            <Button
              size="small"
              aria-label={words.say('recommendations.write.of', { title: content.title })}
              onClick={() => setOpen('write')}
            >
              {words.say('recommendations.write')}
            </Button>
            {(['statePosition', 'oweReply', 'tellBoard'] as const).map((kind) => (
              <Button key={kind} size="small" onClick={() => setOpen({ kind })}>
                {words.say(`recommendations.${kind}`)}
              </Button>
            ))}
            <Button
              size="small"
              aria-label={words.say('recommendations.edit.of', { title: content.title })}
              onClick={() => setOpen('edit')}
            >
              {words.say('recommendations.edit')}
            </Button>
          </div>
        )}
        {open !== null && typeof open === 'object' && (
          <ReportDeed deed={open} today={today} publication={publication} onSend={onSend} onClose={close} />
        )}
      </div>
      {open === 'write' && (
        <RecommendationForm
          register={register}
          snapshot={snapshot}
          today={today}
          publication={publication}
          title={content.title}
          onClose={close}
        />
      )}
      {open === 'edit' && (
        <PublicationForm
          snapshot={snapshot}
          today={today}
          edited={content}
          onSave={(draft) =>
            onSend({ kind: 'savePublication', id: makeId(), key: publication, content: draft }, content)
          }
          onClose={close}
        />
      )}
    </>
  )
}

function ClaimLine({ claim: { agrees, ...values } }: { readonly claim: Claim }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <p className={mergeClasses(styles.claim, agrees === 'no' && styles.differs)}>
      {words.say(`recommendations.claim.${agrees}`, values)}
    </p>
  )
}

function aboutOf({ published, publishers, scope }: PublicationContent, words: Words): string {
  const day = published === null ? null : published.length === 7 ? words.month(published) : words.day(published)
  const when = day === null ? words.say('recommendations.unpublished') : words.say('recommendations.published', { day })
  const by =
    publishers.length === 0 ? [] : [words.say('recommendations.publishedBy', { publishers: words.list(publishers) })]
  return [[when, ...by].join(' '), ...(scope ? [words.say(`recommendations.scope.${scope}`)] : [])].join(' · ')
}

/** How far away it is, where the words of the due don't say so themselves. */
function stillTo(relative: string, stated: string): string {
  return relative === stated ? '' : ` (${relative})`
}
