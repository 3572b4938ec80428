/** Told to whoever can do something about it: people who have left and still hold a post, or stand in for one. */

import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import type { People } from '../../contract/people.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: '0',
  },
})

export interface LeaversProps {
  readonly people: People
  readonly onOpen: (post: string) => void
}

export function Leavers({ people, onOpen }: LeaversProps) {
  const styles = useStyles()
  const words = useWords()
  const leavers = people.leavers ?? []
  if (leavers.length === 0) return null
  const titleOf = (key: string): string => people.posts.find((post) => post.key === key)?.title ?? key
  const count = new Set(leavers.map(({ person }) => person.objectId)).size
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.say('people.leavers.title', { count })}</MessageBarTitle>
        {words.say('people.leavers.why')}
        <ul className={styles.list}>
          {leavers.map(({ appointment, as, person, post }) => (
            <li key={`${appointment} ${as}`}>
              <Button size="small" onClick={() => onOpen(post)}>
                {as === 'holder'
                  ? `${person.name}, ${titleOf(post)}`
                  : words.say('people.leavers.deputy', { name: person.name, post: titleOf(post) })}
              </Button>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
