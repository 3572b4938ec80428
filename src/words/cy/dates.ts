import type { dates as english } from '../en/dates.ts'

export const dates: Record<keyof typeof english, string> = {
  'dates.today': 'heddiw',
  'dates.tomorrow': 'yfory',
  'dates.yesterday': 'ddoe',
  'dates.in.days': '{count, plural, two {ymhen # ddiwrnod} other {ymhen # diwrnod}}',
  'dates.in.weeks': '{count, plural, other {ymhen # wythnos}}',
  'dates.in.months': '{count, plural, two {ymhen # fis} other {ymhen # mis}}',
  'dates.in.years':
    '{count, plural, one {ymhen # flwyddyn} two {ymhen # flynedd} few {ymhen # blynedd} =4 {ymhen # blynedd} many {ymhen # blynedd} other {ymhen # mlynedd}}',
  'dates.ago.days': '{count, plural, two {# ddiwrnod yn ôl} other {# diwrnod yn ôl}}',
  'dates.ago.weeks': '{count, plural, other {# wythnos yn ôl}}',
  'dates.ago.months': '{count, plural, two {# fis yn ôl} other {# mis yn ôl}}',
  'dates.ago.years':
    '{count, plural, one {# flwyddyn yn ôl} two {# flynedd yn ôl} few {# blynedd yn ôl} =4 {# blynedd yn ôl} many {# blynedd yn ôl} other {# mlynedd yn ôl}}',
  'dates.late.days': '{count, plural, two {# ddiwrnod yn hwyr} other {# diwrnod yn hwyr}}',
  'dates.late.weeks': '{count, plural, other {# wythnos yn hwyr}}',
  'dates.late.months': '{count, plural, two {# fis yn hwyr} other {# mis yn hwyr}}',
  'dates.late.years':
    '{count, plural, one {# flwyddyn yn hwyr} two {# flynedd yn hwyr} few {# blynedd yn hwyr} =4 {# blynedd yn hwyr} many {# blynedd yn hwyr} other {# mlynedd yn hwyr}}',
  'dates.span.day': '{count, plural, two {# ddiwrnod} other {# diwrnod}}',
  'dates.span.week': '{count, plural, other {# wythnos}}',
  'dates.span.month': '{count, plural, two {# fis} other {# mis}}',
  'dates.span.year':
    '{count, plural, one {# flwyddyn} two {# flynedd} few {# blynedd} =4 {# blynedd} many {# blynedd} other {# mlynedd}}',
  'dates.nextMeeting': 'y cyfarfod nesaf',
  'dates.quarter':
    '{quarter, select, 1 {Ionawr i Fawrth} 2 {Ebrill i Fehefin} 3 {Gorffennaf i Fedi} other {Hydref i Ragfyr}} {year}',
  'dates.until': 'hyd nes {condition}',
  'dates.provisional': '{due} (dros dro)',
  'dates.within': 'o fewn {span} i {day}',
  'dates.and': '{rest} a {last}',
  'dates.andVowel': '{rest} ac {last}',
}
