/**
 * Requests and responses as rows of their lists, both ways, and by which rules they change: the kinds for
 * `openCollection`. The answer that stands is the last one in the log, so that the two can't differ; the words beside
 * it are for people who look in SharePoint.
 */

import * as v from 'valibot'
import { INCIDENT_MEASURES } from '../../domain/incidentcount.ts'
import {
  FIELD_TYPES,
  REQUEST_EVENTS,
  RESPONSE_EVENTS,
  RESPONSE_STATES,
  type Answer,
  type RequestContent,
  type RequestEntry,
  type RequestField,
  type ResponseContent,
  type ResponseEntry,
} from '../../domain/request.ts'
import {
  requestTouches,
  responseTouches,
  type RequestCommand,
  type ResponseCommand,
} from '../../domain/requestcommand.ts'
import { decideRequest } from '../../domain/requesting.ts'
import { decideResponse } from '../../domain/responding.ts'
import { REQUESTS, RESPONSES } from '../worklists.ts'
import { makeData } from './cells.ts'
import type { CollectionKind } from './collection.ts'
import * as shapes from './shapes.ts'

/** What makes the requests of a group a collection. */
export const requestKind: CollectionKind<RequestContent, RequestCommand> = {
  list: REQUESTS,
  parse(cells, key) {
    const log = cells.data('LogData', requestLog)
    const fields = cells.data('FieldsData', requestFields)
    // Fields that can't be read are no reason to ask for none.
    if (fields === null && cells.text('FieldsData') !== '') return null
    return {
      key,
      title: cells.words('Title'),
      words: cells.text('Words'),
      action: cells.textOrNull('ActionKey'),
      organisations: cells.lines('Organisations'),
      opens: cells.day('Opens'),
      due: cells.day('DueDay'),
      fields: fields ?? [],
      signOff: cells.text('SignOff') === 'yes',
      marking: cells.data('MarkingData', shapes.marking),
      return: cells.textOrNull('Return'),
      period: cells.textOrNull('Period'),
      status: cells.choice('Status', ['open', 'closed'], 'open'),
      log: log ?? [],
    }
  },
  make: (key, request) => ({
    Key: key,
    Title: request.title,
    Words: request.words || null,
    ActionKey: request.action,
    Organisations: request.organisations.join('\n'),
    Opens: request.opens,
    DueDay: request.due,
    SignOff: request.signOff ? 'yes' : 'no',
    Return: request.return,
    Period: request.period,
    Status: request.status,
    FieldsData: makeData(request.fields),
    MarkingData: makeData(request.marking),
    LogData: makeData(request.log),
  }),
  decide: decideRequest,
  touches: requestTouches,
}

/** What makes the responses of a group a collection. */
export const responseKind: CollectionKind<ResponseContent, ResponseCommand> = {
  list: RESPONSES,
  parse(cells, key) {
    const log = cells.data('LogData', responseLog)
    if (log === null && cells.text('LogData') !== '') return null
    return {
      key,
      request: cells.text('RequestKey'),
      organisation: cells.text('Organisation'),
      state: cells.choice('State', RESPONSE_STATES, 'notStarted'),
      answer: log?.findLast(({ answer }) => answer !== null)?.answer ?? null,
      passed: cells.data('PassedData', passed),
      disowned: cells.data('DisownedData', disowned),
      log: log ?? [],
    }
  },
  make: (key, { request, organisation, state, answer, ...response }) => ({
    Key: key,
    Title: organisation,
    RequestKey: request,
    Organisation: organisation,
    State: state,
    Words: answer?.words || null,
    AnsweredBy: answer ? (answer.recorded?.of ?? answer.by.name) : null,
    AnsweredOn: answer?.day ?? null,
    PassedData: makeData(response.passed),
    DisownedData: makeData(response.disowned),
    LogData: makeData(response.log),
  }),
  decide: decideResponse,
  touches: responseTouches,
}

const fieldValues = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))

export const requestFields: v.GenericSchema<unknown, readonly RequestField[]> = v.array(
  v.object({
    key: v.string(),
    title: v.string(),
    type: v.picklist(FIELD_TYPES),
    unit: v.nullable(v.string()),
    required: v.boolean(),
    min: v.nullable(v.number()),
    max: v.nullable(v.number()),
    choices: v.array(v.string()),
    filledBy: v.exactOptional(v.picklist(INCIDENT_MEASURES)),
  }),
)

const answer: v.GenericSchema<unknown, Answer> = v.object({
  words: v.string(),
  values: fieldValues,
  files: v.array(v.object({ name: v.string(), webUrl: v.string(), bytes: v.number() })),
  nil: v.boolean(),
  by: shapes.person,
  day: shapes.day,
  recorded: v.nullable(v.object({ of: v.string(), how: v.string() })),
  like: v.nullable(v.string()),
})

const entered = { id: v.string(), day: shapes.day, by: shapes.person, words: v.string() }

const requestLog: v.GenericSchema<unknown, readonly RequestEntry[]> = v.array(
  v.object({ ...entered, kind: v.picklist(REQUEST_EVENTS), organisations: v.array(v.string()) }),
)

const responseLog: v.GenericSchema<unknown, readonly ResponseEntry[]> = v.array(
  v.object({
    ...entered,
    kind: v.picklist(RESPONSE_EVENTS),
    answer: v.nullable(answer),
    people: v.array(shapes.person),
  }),
)

const passed = v.object({ from: shapes.person, to: shapes.person })
const disowned = v.object({ by: shapes.person, day: shapes.day })
