import type { event as english } from '../en/event.ts'

export const event: Record<keyof typeof english, string> = {
  'event.dueSet': 'Gosodwyd dyddiad cyflawni: {due}',
  'event.extensionAsked': 'Gofynnwyd am estyniad: {from} i {to}',
  'event.extensionGranted': 'Estynnwyd: {from} i {to}',
  'event.extensionImported': 'Symudwyd, yn ôl dogfen: “{from}”, ac wedyn “{to}”',
  'event.extensionRefused': 'Gwrthodwyd estyniad: mae {from} yn sefyll',
  'event.extensionLapsed': 'Ni phenderfynwyd yr estyniad mewn pryd: mae {from} yn sefyll',
  'event.milestoneSet': 'Gosodwyd carreg filltir: {purpose}, {due}',
  'event.milestoneDone': 'Cyrhaeddwyd carreg filltir: {purpose}',
  'event.retained': 'Cadwyd at gyfarfod {day}',
  'event.dischargeProposed': 'Cynigiwyd ei gyflawni',
  'event.dischargeWithdrawn': 'Tynnwyd y cynnig i’w gyflawni yn ôl',
  'event.dischargeApproved': 'Cyflawnwyd',
  'event.dischargeRefused': 'Gwrthodwyd ei gyflawni: mae’n aros yn agored',
  'event.dischargeLapsed': 'Ni phenderfynwyd ei gyflawni mewn pryd: mae’n aros yn agored',
  'event.closed': 'Caewyd: {reason}',
  'event.reopened': 'Ailagorwyd',
  'event.statusFromEdition': 'Mae argraffiad diweddarach yn dweud {to} (cynt: {from})',
  'event.reassigned': 'Perchnogion: {from} i {to}',
  'event.reworded': 'Aileiriwyd. Cynt: {from}',
  'event.addressed':
    '{how, select, named {Cyfeiriwyd at {to}} changed {Cyfeiriwyd at {to}. Cynt: {from}} gone {Heb ei gyfeirio at neb. Cynt: {from}} other {Dywedwyd pwy bennodd y dyddiad}}',
  'event.marked': 'Marciwyd yn {level} {handling}',
  'event.partSet': 'Gosodwyd rhan ({letter})',
  'event.partDone': 'Gwnaed rhan ({letter})',
  'event.partReopened': 'Mae rhan ({letter}) yn agored eto',
  'event.linked':
    '{link, select, waitsFor {Yn aros am {to}} alignedWith {Yn cyd-fynd â {to}} continues {Yn parhau {to}} replaces {Yn disodli {to}} other {Cyfeiriwyd at {to}}}',
  'event.answered': 'Atebodd {to} {what}',
  'event.unlinked':
    '{link, select, waitsFor {Nid yw’n aros am {to} bellach} alignedWith {Nid yw’n cyd-fynd â {to} bellach} continues {Nid yw’n parhau {to} bellach} replaces {Nid yw’n disodli {to} bellach} other {Nid yw wedi’i gyfeirio at {to} bellach}}',
  'event.overridden': 'Gosodwyd y statws â llaw: {colour}',
  'event.putRight':
    '{what, select, discharge {Dywedai ei fod wedi’i gyflawni, a neb wedi penderfynu hynny: cywirwyd} extension {Nid oedd ei estyniadau fel y penderfynwyd: cywirwyd} other {Newidiwyd ei ddyddiad cyflawni â llaw: cywirwyd}}',
  'event.handedOver':
    '{how, select, handed {{post}: trosglwyddwyd gan {from} i {to}} filled {{post}: yn nwylo {to} o hyn ymlaen} other {{post}: yn wag. Cynt: {from}}}',
  'event.overrideLifted': 'Mae’r statws yn dilyn y rheol eto',
}
