import type { disclosure as en } from '../en/disclosure.ts'

export const disclosure: Record<keyof typeof en, string> = {
  'disclosure.copy.title': 'Traciwr gweithredu {group}, a ddarparwyd i {authority}',
  'disclosure.copy.marking': 'Copi a ryddhawyd o dan Ddeddf Rhyddid Gwybodaeth 2000',
}
