/** Takes the audit out, in one of the ways in which it is asked for; says that this is on record. */

import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useWords } from '../words.tsx'
import type { ExportFormat, SaveAuditOptions } from './saving.ts'

const FORMATS = ['excel', 'csv', 'chain'] as const satisfies readonly ExportFormat[]

export interface ExportMenuProps extends Omit<SaveAuditOptions, 'format' | 'words' | 'onCount'> {
  readonly onSaid: (said: string) => void
}

export function ExportMenu({ onSaid, ...options }: ExportMenuProps) {
  const words = useWords()
  const [isBusy, setBusy] = useState(false)
  const save = async (format: ExportFormat): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    onSaid(words.say('audit.exporting', { count: 0 }))
    try {
      const { saveAudit } = await import('./saving.ts')
      const onCount = (count: number): void => onSaid(words.say('audit.exporting', { count }))
      onSaid(words.say('audit.exported', { count: await saveAudit({ ...options, format, words, onCount }) }))
    } catch {
      onSaid(words.say('audit.unreachable'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={<ArrowDownloadRegular />} disabledFocusable={isBusy}>
          {words.say('audit.export')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {FORMATS.map((format) => (
            <MenuItem key={format} onClick={() => void save(format)}>
              {words.say(`audit.export.${format}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
