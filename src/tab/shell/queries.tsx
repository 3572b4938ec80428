/**
 * What pages ask the service, kept while the page is open: read again when somebody comes back to it, never kept on
 * the device. The register's page does without, so that its first rows don't wait for this.
 */

import { QueryClient, QueryClientProvider, queryOptions } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Api } from '../api.ts'
import { SignInNeeded, valueOf } from './fault.ts'

export function Queries({ children }: { readonly children: ReactNode }) {
  const [client] = useState(makeClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

/** Who I am and my groups. */
export function meQuery(api: Api) {
  return queryOptions({
    queryKey: ['me'],
    queryFn: async () => valueOf(await api.me()),
  })
}

function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        retry: (failures, fault) => failures < 2 && !(fault instanceof SignInNeeded),
        networkMode: 'always',
      },
    },
  })
}
