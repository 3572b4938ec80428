/**
 * What this server does because somebody saw Microsoft Graph do it, not because Microsoft promises it: one row each,
 * with where it was seen and the requests that show it. `npm run probe` sends these to any Graph; until it has been
 * run on a real tenant, each of them is unverified.
 *
 * Addresses: `{list}` is the scratch list made from `columns`; `{name}` is what an earlier step captured.
 */

export interface Expectation {
  readonly status: number | readonly number[]
  /** The error's `code`, where the code is part of the claim. */
  readonly code?: string
  /** A pattern for the error's `message`, in any case. */
  readonly message?: string
  /** Values at paths of the body, for example `fields/Tags`. */
  readonly values?: Readonly<Record<string, unknown>>
  /** Paths that must not be there. */
  readonly absent?: readonly string[]
  /** Length of `value`. */
  readonly count?: number
}

export interface Step {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly expect: Expectation
  /** Names for values at paths of the body, for later steps. */
  readonly capture?: Readonly<Record<string, string>>
}

export interface Observed {
  readonly id: string
  readonly claim: string
  /** Where it was seen. */
  readonly source: string
  readonly check: {
    readonly columns: readonly object[]
    /** Items to make first; more than 1,000 are only made when large checks are asked for. */
    readonly items?: number
    readonly steps: readonly Step[]
  }
}

const PREFER = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' }
const KEY = { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }
const PLAIN = { name: 'Plain', text: {} }
const NOTE = { name: 'Note', text: { allowMultipleLines: true } }
const TAGS = { name: 'Tags', choice: { choices: ['a', 'b', 'c'], displayAs: 'checkBoxes' } }

const add = (fields: object, expect: Expectation = { status: 201 }, capture?: Record<string, string>): Step => ({
  method: 'POST',
  path: '{list}/items',
  body: { fields },
  expect,
  ...(capture ? { capture } : {}),
})
const get = (path: string, expect: Expectation, headers?: Record<string, string>): Step => ({
  method: 'GET',
  path: `{list}${path}`,
  expect,
  ...(headers ? { headers } : {}),
})

export const OBSERVED: readonly Observed[] = [
  {
    id: 'filter-needs-index',
    claim: 'A filter on a column without an index is refused, naming the column and the Prefer header.',
    source: 'github.com/microsoftgraph/microsoft-graph-docs/issues/2279, github.com/O365/python-o365/issues/593',
    check: {
      columns: [PLAIN],
      steps: [
        get("/items?$filter=fields/Plain eq 'x'", {
          status: 400,
          code: 'invalidRequest',
          message: "'Plain'.*not indexed.*HonorNonIndexedQueriesWarningMayFailRandomly",
        }),
        get("/items?$filter=fields/Plain eq 'x'", { status: 200, count: 0 }, PREFER),
      ],
    },
  },
  {
    id: 'orderby-needs-index',
    claim: 'So is an order by a column without an index.',
    source: 'github.com/microsoftgraph/microsoft-graph-docs/issues/2279',
    check: {
      columns: [PLAIN],
      steps: [
        get('/items?$orderby=fields/Plain', { status: 400, code: 'invalidRequest', message: "'Plain'.*not indexed" }),
        get('/items?$orderby=fields/Plain', { status: 200 }, PREFER),
      ],
    },
  },
  {
    id: 'large-scan-refused',
    claim: 'Over 5,000 rows the Prefer header no longer helps: 422 notSupported.',
    source:
      'github.com/microsoftgraph/microsoft-graph-docs/issues/13611, github.com/microsoftgraph/msgraph-sdk-dotnet/issues/827',
    check: {
      columns: [PLAIN],
      items: 5_001,
      steps: [
        get(
          "/items?$filter=fields/Plain eq 'x'",
          { status: [400, 422, 501], code: 'notSupported', message: 'too many resources' },
          PREFER,
        ),
        get('/items?$top=6000', { status: 200, count: 5_000 }),
      ],
    },
  },
  {
    id: 'page-of-200',
    claim: 'Without $top a page has 200 items and a link to the next.',
    source: 'reported by users of list paging; the documentation names no number',
    check: { columns: [], items: 201, steps: [get('/items', { status: 200, count: 200 })] },
  },
  {
    id: 'skip-refused',
    claim: '$skip is refused on list items: only links that Graph gave may be followed.',
    source: 'reported by users; the error tells so itself',
    check: { columns: [], steps: [get('/items?$skip=1', { status: 400 })] },
  },
  {
    id: 'no-count',
    claim: 'Items have no $count.',
    source: "Microsoft's OpenAPI description has no such path",
    check: { columns: [], steps: [get('/items/$count', { status: [400, 404] })] },
  },
  {
    id: 'hidden-by-name',
    claim: 'A hidden column comes only when it is selected by name.',
    source: 'reported by users of $expand=fields',
    check: {
      columns: [{ name: 'Quiet', text: {}, hidden: true }],
      steps: [
        add({ Title: 'a', Quiet: 'q' }, { status: 201 }, { id: 'id' }),
        get('/items/{id}?$expand=fields', { status: 200, absent: ['fields/Quiet'] }),
        get('/items/{id}?$expand=fields($select=Quiet)', { status: 200, values: { 'fields/Quiet': 'q' } }),
      ],
    },
  },
  {
    id: 'empty-left-out',
    claim: 'A field without a value is left out of fields.',
    source: 'reported by users; seen in published answers',
    check: {
      columns: [PLAIN],
      steps: [
        add({ Title: 'a' }, { status: 201 }, { id: 'id' }),
        get('/items/{id}?$expand=fields($select=Title,Plain)', { status: 200, absent: ['fields/Plain'] }),
      ],
    },
  },
  {
    id: 'several-choices',
    claim: 'Several choices are written with an @odata.type that says so.',
    source: 'reported by users of choice columns with check boxes',
    check: {
      columns: [TAGS],
      steps: [
        add({ Title: 'a', Tags: ['a', 'b'] }, { status: [400, 500] }),
        add(
          { Title: 'b', 'Tags@odata.type': 'Collection(Edm.String)', Tags: ['a', 'b'] },
          { status: 201, values: { 'fields/Tags': ['a', 'b'] } },
        ),
      ],
    },
  },
  {
    id: 'whole-seconds',
    claim: 'Dates lose their milliseconds.',
    source: 'reported by users of date columns',
    check: {
      columns: [{ name: 'When', dateTime: { format: 'dateTime' } }],
      steps: [
        add({ Title: 'a', When: '2020-03-05T10:11:12.345Z' }, { status: 201 }, { id: 'id' }),
        get('/items/{id}/fields', { status: 200, values: { When: '2020-03-05T10:11:12Z' } }),
      ],
    },
  },
  {
    id: 'append-only-reads-empty',
    claim: 'An append-only text reads back empty.',
    source: 'reported by users of appendChangesToExistingText',
    check: {
      columns: [{ name: 'Log', text: { allowMultipleLines: true, appendChangesToExistingText: true } }],
      steps: [
        add({ Title: 'a', Log: 'first' }, { status: 201 }, { id: 'id' }),
        { method: 'PATCH', path: '{list}/items/{id}/fields', body: { Title: 'b' }, expect: { status: 200 } },
        get('/items/{id}/fields?$select=Title,Log', { status: 200, absent: ['Log'] }),
      ],
    },
  },
  {
    id: 'duplicate-refused',
    claim:
      'A second item with the value of a unique column is refused with 400 invalidRequest; case makes no difference.',
    source: 'n8n-io/n8n (Microsoft SharePoint node) and UK-Export-Finance/mdm-api match this message',
    check: {
      columns: [KEY],
      steps: [
        add({ Title: 'a', Key: 'k' }),
        add({ Title: 'b', Key: 'K' }, { status: 400, code: 'invalidRequest', message: 'unique constraints' }),
      ],
    },
  },
  {
    id: 'case-makes-no-difference',
    claim: 'A filter compares text without regard to case.',
    source: "SharePoint's CAML Eq; reported by users",
    check: {
      columns: [KEY],
      steps: [add({ Title: 'a', Key: 'Ab' }), get("/items?$filter=fields/Key eq 'aB'", { status: 200, count: 1 })],
    },
  },
  {
    id: 'second-field-scanned',
    claim: 'A filter on two fields needs the Prefer header although both have an index.',
    source: 'the documentation says one indexed field at a time; what the service answers was not seen',
    check: {
      columns: [KEY, { name: 'Other', text: {}, indexed: true }],
      steps: [
        get("/items?$filter=fields/Key eq 'a' and fields/Other eq 'b'", { status: 400, code: 'invalidRequest' }),
        get("/items?$filter=fields/Key eq 'a' and fields/Other eq 'b'", { status: 200, count: 0 }, PREFER),
      ],
    },
  },
  {
    id: 'unknown-field',
    claim: "A field that the list doesn't have is refused by name.",
    source: 'github.com/microsoftgraph/msgraph-sdk-java/issues/2054',
    check: {
      columns: [],
      steps: [
        add({ Title: 'a', Nowhere: 1 }, { status: 400, code: 'invalidRequest', message: "'Nowhere' is not recogni" }),
      ],
    },
  },
  {
    id: 'underscore-not-written',
    claim: "A field whose name begins with an underscore isn't recognised in a write.",
    source: 'github.com/microsoftgraph/microsoft-graph-docs/issues/2609',
    check: {
      columns: [{ name: '_Low', text: {} }],
      steps: [
        add({ Title: 'a', _Low: 'x' }, { status: 400, code: 'invalidRequest', message: "'_Low' is not recogni" }),
      ],
    },
  },
  {
    id: 'note-length',
    claim: 'Multi-line text holds 63,999 characters.',
    source: "SharePoint's limits name it for columns, not for Graph",
    check: {
      columns: [NOTE],
      steps: [
        add({ Title: 'a', Note: 'x'.repeat(63_999) }),
        add({ Title: 'b', Note: 'x'.repeat(64_000) }, { status: [400, 413, 500] }),
      ],
    },
  },
  {
    id: 'note-not-indexed',
    claim: "Multi-line text can't be indexed.",
    source: "SharePoint's limits name it for columns, not for Graph",
    check: {
      columns: [],
      steps: [
        {
          method: 'POST',
          path: '{list}/columns',
          body: { ...NOTE, indexed: true },
          expect: { status: 400 },
        },
      ],
    },
  },
  {
    id: 'twenty-indexes',
    claim: 'A list has at most 20 indexed columns.',
    source: "SharePoint's limits name it for columns, not for Graph",
    check: {
      columns: Array.from({ length: 20 }, (_, index) => ({ name: `C${index}`, text: {}, indexed: true })),
      steps: [
        {
          method: 'POST',
          path: '{list}/columns',
          body: { name: 'C20', text: {}, indexed: true },
          expect: { status: 400 },
        },
      ],
    },
  },
  {
    id: 'list-name-assigned',
    claim: "A list's name can't be given, only its displayName.",
    source: 'github.com/OneDrive/onedrive-api-docs/issues/645',
    check: {
      columns: [],
      steps: [
        {
          method: 'POST',
          path: '{site}/lists',
          body: { name: 'Named', list: { template: 'genericList' } },
          expect: { status: 400, message: "'displayName'" },
        },
      ],
    },
  },
  {
    id: 'delta-hides-who',
    claim: "Delta doesn't tell who changed an item.",
    source: 'reported by users of listItem: delta',
    check: {
      columns: [],
      steps: [add({ Title: 'a' }), get('/items/delta', { status: 200, count: 1, absent: ['value/0/lastModifiedBy'] })],
    },
  },
  {
    id: 'delta-malformed-token',
    claim: 'A delta token that is none is refused with 400.',
    source: 'measured by others on drives: "Provided sync token is malformed"',
    check: { columns: [], steps: [get('/items/delta?token=none', { status: 400, message: 'token' })] },
  },
  {
    id: 'changed-meanwhile',
    claim: 'The 412 that the documentation promises has the code resourceModified; some saw 409 with it.',
    source: 'github.com/OneDrive/onedrive-api-docs/issues/1414',
    check: {
      columns: [],
      steps: [
        add({ Title: 'a' }, { status: 201 }, { id: 'id', tag: 'eTag' }),
        { method: 'PATCH', path: '{list}/items/{id}/fields', body: { Title: 'b' }, expect: { status: 200 } },
        {
          method: 'PATCH',
          path: '{list}/items/{id}/fields',
          headers: { 'If-Match': '{tag}' },
          body: { Title: 'c' },
          expect: { status: [409, 412], code: 'resourceModified' },
        },
      ],
    },
  },
  {
    id: 'batch-without-version',
    claim: 'An address in a batch that begins with /v1.0 is refused.',
    source: "tried with the batch that Microsoft's JavaScript client makes",
    check: {
      columns: [],
      steps: [
        {
          method: 'POST',
          path: '/$batch',
          body: { requests: [{ id: '1', method: 'GET', url: '/v1.0/me' }] },
          expect: { status: 200, values: { 'responses/0/status': 400 } },
        },
      ],
    },
  },
]
