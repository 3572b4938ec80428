import type { AGES, DUE_BUCKETS, Facet, Grouping, SIGNS } from '../../domain/view.ts'

/** How one looks at a register: facets and their values, grouping, order and columns. */
export const view = {
  'view.facet.colour': 'Status',
  'view.facet.organisation': 'Organisation',
  'view.facet.due': 'Due',
  'view.facet.meeting': 'Came from',
  'view.facet.kind': 'Kind',
  'view.facet.age': 'Last update',
  'view.facet.sign': 'Stands out',
  'view.facet.marking': 'Marking',

  'view.nobody': 'No organisation',
  'view.meeting.document': 'Brought in from a document',
  'view.meeting.typed': 'Written here',
  'view.due.past': 'Past due',
  'view.due.week': 'Within a week',
  'view.due.month': 'Within a month',
  'view.due.later': 'Later',
  'view.due.undated': 'No calendar day',
  'view.due.none': 'No due',
  'view.due.ended': 'Ended',
  'view.age.week': 'In the last week',
  'view.age.month': 'In the last month',
  'view.age.quarter': 'In the last three months',
  'view.age.older': 'Longer ago',
  'view.age.never': 'Never',
  'view.sign.claimed': 'Claimed as discharged',
  'view.sign.proposed': 'Discharge proposed',
  'view.sign.extensionAsked': 'Extension asked for',
  'view.sign.extended': 'Extended',
  'view.sign.withheld': 'Withheld passages',

  'view.bar': 'Filters and display',
  'view.filter': 'Filter',
  'view.filter.clear': 'Clear filters',
  'view.filter.nothing': 'There is nothing to filter by.',
  'view.display': 'Display',
  'view.group': 'Group by',
  'view.remove': 'remove',
  'view.group.none': 'Nothing',
  'view.group.organisation': 'Organisation',
  'view.group.colour': 'Status',
  'view.group.due': 'Due',
  'view.group.meeting': 'Where it came from',
  'view.group.kind': 'Kind',
  'view.foldAll': 'Fold all',
  'view.unfoldAll': 'Unfold all',
  'view.sort': 'Order by',
  'view.sort.own': 'The view’s own order',
  'view.sort.descending': 'Turned round',
  'view.columns': 'Columns',
  'view.columns.noRoom': 'No room now for {columns}.',
  'view.columns.plain': 'Usual columns',
  'view.late': '{count} late',
  'view.heading': '{group}: {count, plural, one {# action} other {# actions}}',
  'view.noNews': 'No update for {span}',
  'view.neverUpdated': 'No update since it was added {when}',
  'view.noUpdate': 'none yet',
} satisfies Record<string, string> &
  Record<
    | `view.facet.${Facet}`
    | `view.due.${(typeof DUE_BUCKETS)[number]}`
    | `view.age.${(typeof AGES)[number]}`
    | `view.sign.${(typeof SIGNS)[number]}`
    | `view.group.${Grouping}`,
    string
  >
