/** What the service does, put together: one line for each endpoint. */

import { access, accessOn, exportAccess } from './access/register.ts'
import { changeAccess, decideAccess, nominate, nomination } from './access/nominating.ts'
import { reconcileAccess, saveResource } from './access/resources.ts'
import { accessReview, answerReview } from './access/reviewing.ts'
import type { Operations } from './api.ts'
import { decide } from './approvals/decide.ts'
import { approval, approvals } from './approvals/waiting.ts'
import { auditChain, auditExport } from './audit/exporting.ts'
import { dispose } from './audit/disposing.ts'
import { auditSearch, auditVerify } from './audit/looking.ts'
import { retention, setRetention } from './audit/retention.ts'
import { channel } from './channel.ts'
import { passOn, preferences, setPreferences, setSettings, settings, unreached } from './choices.ts'
import { confirmImport } from './confirmimport.ts'
import { changeDisclosure } from './disclosure/change.ts'
import { changeGrounds } from './disclosure/changegrounds.ts'
import { disclosures } from './disclosure/disclosures.ts'
import { decideDisclosure, takeDisclosure } from './disclosure/release.ts'
import { acknowledgeGuidance } from './guidance/acknowledge.ts'
import { changeGuidance, decideGuidance } from './guidance/change.ts'
import { guidance } from './guidance/guidance.ts'
import { exportIncidents, incidentFigures, incidentForm, incidents } from './incidents/book.ts'
import { changeIncident, changeOpening, changeProfile, reportIncident } from './incidents/change.ts'
import { makeGroup } from './makegroup.ts'
import { me } from './me.ts'
import { closeMeeting } from './meetings/close.ts'
import { confirmMeetingList, meetingList } from './meetings/confirm.ts'
import { recordOutside } from './meetings/outside.ts'
import { putMeetingList } from './meetings/put.ts'
import type { Office } from './office.ts'
import { changePost } from './people/change.ts'
import { putOrganisation } from './people/organisations.ts'
import { people } from './people/people.ts'
import { setRooms } from './rooms.ts'
import { chase } from './requests/chase.ts'
import { circulate } from './returns/circulate.ts'

export function createOperations(office: Office): Operations {
  return {
    me: (caller) => me(office, caller),
    channel: (caller, place) => channel(office, caller, place),
    makeGroup: (caller, _, request) => makeGroup(office, caller, request),
    confirmImport: (caller, about) => confirmImport(office, caller, about),
    setRooms: (caller, about, request) => setRooms(office, caller, about, request),
    approvals: (caller) => approvals(office, caller),
    approval: (caller, about) => approval(office, caller, about),
    decide: (caller, about, request) => decide(office, caller, about, request),
    settings: (caller, about) => settings(office, caller, about),
    setSettings: (caller, about, request) => setSettings(office, caller, about, request),
    preferences: (caller) => preferences(office, caller),
    setPreferences: (caller, about, request) => setPreferences(office, caller, about, request),
    unreached: (caller, about) => unreached(office, caller, about),
    people: (caller, about) => people(office, caller, about),
    putOrganisation: (caller, about, request) => putOrganisation(office, caller, about, request),
    changePost: (caller, about, request) => changePost(office, caller, about, request),
    closeMeeting: (caller, about, request) => closeMeeting(office, caller, about, request),
    meetingList: (caller, about) => meetingList(office, caller, about),
    putMeetingList: (caller, about, request) => putMeetingList(office, caller, about, request),
    confirmMeetingList: (caller, about, request) => confirmMeetingList(office, caller, about, request),
    recordOutside: (caller, about, request) => recordOutside(office, caller, about, request),
    chase: (caller, about, request) => chase(office, caller, about, request),
    circulate: (caller, about, request) => circulate(office, caller, about, request),
    guidance: (caller, about) => guidance(office, caller, about),
    changeGuidance: (caller, about, request) => changeGuidance(office, caller, about, request),
    decideGuidance: (caller, about, request) => decideGuidance(office, caller, about, request),
    acknowledgeGuidance: (caller, about, request) => acknowledgeGuidance(office, caller, about, request),
    incidents: (caller, about) => incidents(office, caller, about),
    incidentForm: (caller, about) => incidentForm(office, caller, about),
    reportIncident: (caller, about, request) => reportIncident(office, caller, about, request),
    changeIncident: (caller, about, request) => changeIncident(office, caller, about, request),
    exportIncidents: (caller, about, request) => exportIncidents(office, caller, about, request),
    changeProfile: (caller, about, request) => changeProfile(office, caller, about, request),
    changeOpening: (caller, about, request) => changeOpening(office, caller, about, request),
    incidentFigures: (caller, about) => incidentFigures(office, caller, about),
    access: (caller, about) => access(office, caller, about),
    accessOn: (caller, about) => accessOn(office, caller, about),
    nominate: (caller, about, request) => nominate(office, caller, about, request),
    nomination: (caller, about) => nomination(office, caller, about),
    decideAccess: (caller, about, request) => decideAccess(office, caller, about, request),
    changeAccess: (caller, about, request) => changeAccess(office, caller, about, request),
    accessReview: (caller, about) => accessReview(office, caller, about),
    answerReview: (caller, about, request) => answerReview(office, caller, about, request),
    reconcile: (caller, about, request) => reconcileAccess(office, caller, about, request),
    exportAccess: (caller, about, request) => exportAccess(office, caller, about, request),
    saveResource: (caller, about, request) => saveResource(office, caller, about, request),
    passOn: (caller, about, request) => passOn(office, caller, about, request),
    auditSearch: (caller, about, request) => auditSearch(office, caller, about, request),
    auditExport: (caller, about, request) => auditExport(office, caller, about, request),
    auditChain: (caller, about, request) => auditChain(office, caller, about, request),
    auditVerify: (caller, about) => auditVerify(office, caller, about),
    retention: (caller, about) => retention(office, caller, about),
    setRetention: (caller, about, request) => setRetention(office, caller, about, request),
    disclosures: (caller, about) => disclosures(office, caller, about),
    changeDisclosure: (caller, about, request) => changeDisclosure(office, caller, about, request),
    changeGrounds: (caller, about, request) => changeGrounds(office, caller, about, request),
    decideDisclosure: (caller, about, request) => decideDisclosure(office, caller, about, request),
    takeDisclosure: (caller, about, request) => takeDisclosure(office, caller, about, request),
    dispose: (caller, about, request) => dispose(office, caller, about, request),
  }
}
