import { describe, expect, test } from 'vitest'
import { readAccountList } from '../../src/documents/accountlist.ts'

const read = (text: string, name = 'accounts.csv') => readAccountList({ name, bytes: new TextEncoder().encode(text) })
function listIn(text: string) {
  const list = read(text)
  if (!list.ok) throw new Error(`not read: ${list.error.code}`)
  return list.value
}

describe('a database’s own list of accounts', () => {
  test('is found by its headings, below a title, whatever stands beside it', () => {
    const list = listIn(
      'OCAG database accounts,,,\nLast login,Login,Full name,Status\n1/2/2026,osei.k,Karen Osei,Active\n,hale.d,Dominic Hale,Locked\n',
    )
    expect(list.accounts).toEqual([
      { account: 'osei.k', name: 'Karen Osei', isEnabled: true },
      { account: 'hale.d', name: 'Dominic Hale', isEnabled: false },
    ])
    expect(list.headings).toEqual({ account: 'Login', name: 'Full name', state: 'Status' })
    expect(list.unclear).toEqual([])
  })

  test('reads Welsh headings, and a heading that means the opposite', () => {
    expect(listIn('Cyfrif\tEnw\tStatws\nrees.g\tGwenllian Rees\tAr gau\n').accounts).toEqual([
      { account: 'rees.g', name: 'Gwenllian Rees', isEnabled: false },
    ])
    const opposite = listIn('User name,Disabled\na.one,Yes\nb.two,No\nc.three,Disabled\n')
    expect(opposite.accounts.map(({ isEnabled }) => isEnabled)).toEqual([false, true, false])
  })

  test('says of which rows nobody can tell, and counts them as accounts that can be used', () => {
    const list = listIn('Account,Status\na.one,Perhaps\nb.two,\n')
    expect(list.unclear).toEqual([{ row: 2, text: 'Perhaps' }])
    expect(list.accounts.map(({ isEnabled }) => isEnabled)).toEqual([true, true])
  })

  test('without a column of accounts isn’t read as one', () => {
    expect(read('Action,Owner\nWrite,ROCU\n')).toEqual({ ok: false, error: { code: 'noAccounts' } })
    expect(read('')).toMatchObject({ ok: false })
    expect(read('Account,Name\n,\n')).toMatchObject({ ok: false })
  })
})
