/** An empty register: three doors, each saying what is behind it. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular, ClipboardPasteRegular, EyeRegular, type FluentIcon } from '@fluentui/react-icons'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    height: '100%',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    overflowY: 'auto',
    boxSizing: 'border-box',
    '::before': { content: '""', flexGrow: '1' },
    '::after': { content: '""', flexGrow: '2' },
  },
  title: { ...type.title, margin: '0' },
  text: { ...type.reading, margin: '0', maxWidth: '52ch', color: tokens.colorNeutralForeground2 },
  doors: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    maxWidth: '56rem',
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: '0',
    listStyleType: 'none',
  },
  door: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    width: '100%',
    height: '100%',
    padding: tokens.spacingHorizontalL,
    textAlign: 'left',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorCompoundBrandStroke}`,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':focus-visible': focusRing,
  },
  icon: { fontSize: tokens.fontSizeBase600, lineHeight: '1', color: tokens.colorCompoundBrandForeground1 },
  name: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
})

export interface FirstRunProps {
  /** Null for who may not: bringing in a tracker is a coordinator's. */
  readonly onImport: (() => void) | null
  readonly onAdd: () => void
  /** Null where this is the example already. */
  readonly onExample: (() => void) | null
}

export function FirstRun({ onImport, onAdd, onExample }: FirstRunProps) {
  const words = useWords()
  const styles = useStyles()
  const doors = [
    { name: 'import', Icon: ClipboardPasteRegular, open: onImport },
    { name: 'add', Icon: AddRegular, open: onAdd },
    { name: 'example', Icon: EyeRegular, open: onExample },
  ] as const satisfies readonly { name: string; Icon: FluentIcon; open: (() => void) | null }[]
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{words.say('register.empty.title')}</h2>
      <p className={styles.text}>{words.say('register.empty.text')}</p>
      <ul className={styles.doors}>
        {doors.map(({ name, Icon, open }) =>
          open === null ? null : (
            <li key={name}>
              <button type="button" className={styles.door} onClick={open}>
                <Icon className={styles.icon} />
                <span className={styles.name}>{words.say(`register.empty.${name}`)}</span>
                <span>{words.say(`register.empty.${name}Text`)}</span>
              </button>
            </li>
          ),
        )}
      </ul>
    </div>
  )
}
