/** What the service does, put together: one line for each endpoint. */

import type { Operations } from './api.ts'
import { channel } from './channel.ts'
import { confirmImport } from './confirmimport.ts'
import { makeGroup } from './makegroup.ts'
import { me } from './me.ts'
import { createOffice, type OfficeOptions } from './office.ts'

export function createOperations(options: OfficeOptions): Operations {
  const office = createOffice(options)
  return {
    me: (caller) => me(office, caller),
    channel: (caller, place) => channel(office, caller, place),
    makeGroup: (caller, _, request) => makeGroup(office, caller, request),
    confirmImport: (caller, about) => confirmImport(office, caller, about),
  }
}
