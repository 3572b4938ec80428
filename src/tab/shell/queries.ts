/** What pages ask the service more than once, under one name each. A refusal is thrown here as a fault: pages that can answer it ask the API themselves. */

import { queryOptions } from '@tanstack/react-query'
import type { Api } from '../api.ts'
import { TabFault } from './fault.ts'

export function meQuery(api: Api) {
  return queryOptions({
    queryKey: ['me'],
    queryFn: async () => {
      const answer = await api.me()
      if (answer.ok) return answer.value
      throw new TabFault('service', { message: answer.error.code })
    },
  })
}
