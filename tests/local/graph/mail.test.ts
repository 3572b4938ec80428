import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAILBOX, PEOPLE } from '../../../src/laptop/demonstration/tenant.ts'
import { openGraph, type Ask, type GraphWorld } from './graphworld.ts'

let world: GraphWorld
let coordinator: Ask

beforeAll(async () => {
  world = await openGraph()
  coordinator = await world.as('coordinator', 'Mail.Send')
})
afterAll(() => world.close())

const to = (...addresses: string[]) => addresses.map((address) => ({ emailAddress: { address } }))
const message = {
  subject: '1/26',
  body: { contentType: 'Text', content: 'Due today' },
  toRecipients: to('a@b.example'),
}

describe('mail', () => {
  it('is taken for its recipients from a mailbox that there is', async () => {
    const own = PEOPLE[0]?.objectId ?? ''
    expect((await coordinator('POST', `/users/${own}/sendMail`, { message })).status).toBe(202)
    expect(world.graph.mails()).toMatchObject([{ to: ['a@b.example'], subject: '1/26', text: 'Due today' }])
    expect((await coordinator('POST', '/users/nobody/sendMail', { message })).body.error.code).toBe('ErrorInvalidUser')
    const nobody = { message: { ...message, toRecipients: to('nowhere') } }
    expect((await coordinator('POST', `/users/${own}/sendMail`, nobody)).body.error.code).toBe('ErrorInvalidRecipients')
  })

  it('is nobody’s to send from somebody else’s mailbox, nor without the permission', async () => {
    expect((await coordinator('POST', `/users/${PEOPLE[1]?.objectId}/sendMail`, { message })).status).toBe(403)
    expect((await coordinator('POST', `/users/${MAILBOX}/sendMail`, { message })).status).toBe(403)
    const chair = await world.as('chair', 'User.Read')
    const own = `/users/${PEOPLE[1]?.objectId}/sendMail`
    expect((await chair('POST', own, { message })).body.error.code).toBe('Authorization_RequestDenied')
  })
})
