/**
 * The Strategic Policing Requirement, edition of February 2023 (Home Office): seven threats by six pillars, and four
 * capabilities that serve several of them. Its paragraphs are in spr2023paragraphs.ts, in Welsh in spr2023welsh.ts.
 */

import type { Framework, FrameworkPart, Paragraph } from '../framework.ts'
import { CAPABILITY_ROWS, THREAT_ROWS, type Row } from './spr2023paragraphs.ts'
import { WELSH_TITLES } from './spr2023welsh.ts'

const part = (key: string, en: string, cy: string): FrameworkPart => ({ key, title: { en, cy } })

function paragraphs(under: string, pillar: string | null, rows: readonly Row[]): readonly Paragraph[] {
  return rows.map(([number, dutyHolder, tier, title]) => ({
    number,
    under,
    pillar,
    dutyHolder,
    tier,
    title: { en: title, cy: WELSH_TITLES[number] ?? title },
  }))
}

/** They say what the threat is, and what others do about it. */
const CONTEXT =
  '25 26 27 28 37 38 43 44 51 52 53 54 55 56 61 62 63 75.13 76 88 89 98 99 100 130 132 142 143 144 145 146 147 148 158 159 165 166'
/** They lead into the paragraphs under them. */
const LEADS = '39 40 49 50 74 80 81 92 133'

export const SPR_2023: Framework = {
  key: 'spr-2023',
  title: { en: 'Strategic Policing Requirement 2023', cy: 'Gofyniad Plismona Strategol 2023' },
  edition: '2023-02',
  threats: [
    part('vawg', 'Violence against women and girls', 'Trais yn erbyn menywod a merched'),
    part('terrorism', 'Terrorism', 'Terfysgaeth'),
    part('soc', 'Serious and organised crime', 'Troseddau difrifol a chyfundrefnol'),
    part('cyber', 'National cyber event', 'Digwyddiad seiber cenedlaethol'),
    part('csa', 'Child sexual abuse', 'Cam-drin plant yn rhywiol'),
    part('disorder', 'Public disorder', 'Anhrefn cyhoeddus'),
    part('emergencies', 'Civil emergencies', 'Argyfyngau sifil'),
  ],
  pillars: [
    part('outcomes', 'Outcomes', 'Canlyniadau'),
    part('capabilities', 'Capabilities', 'Galluoedd'),
    part('capacity', 'Capacity', 'Capasiti'),
    part('consistency', 'Consistency and standards', 'Cysondeb a safonau'),
    part('collaboration', 'Collaboration', 'Cydweithio'),
    part('connectivity', 'Connectivity with partners', 'Cysylltedd â phartneriaid'),
  ],
  capabilities: [
    part('armed', 'Armed policing and less lethal weapons', 'Plismona arfog ac arfau llai angheuol'),
    part('forensics', 'Digital forensics', 'Fforensig ddigidol'),
    part('roads', 'Roads policing', 'Plismona ffyrdd'),
    part('jesip', 'Joint working of the emergency services', 'Cydweithio’r gwasanaethau brys'),
  ],
  dutyHolders: [
    part('force', 'Every force', 'Pob heddlu'),
    part('chiefConstable', 'Chief constables', 'Prif gwnstabliaid'),
    part('pccAndChiefConstable', 'Commissioners and chief constables', 'Comisiynwyr a phrif gwnstabliaid'),
    part('rocu', 'Regional organised crime units', 'Unedau troseddau cyfundrefnol rhanbarthol'),
    part('counterTerrorism', 'Counter-terrorism policing', 'Plismona gwrthderfysgaeth'),
    part('npcc', 'National Police Chiefs’ Council', 'Cyngor Cenedlaethol Penaethiaid yr Heddlu'),
    part('nca', 'National Crime Agency', 'Yr Asiantaeth Troseddu Cenedlaethol'),
    part('cityOfLondon', 'City of London Police', 'Heddlu Dinas Llundain'),
  ],
  paragraphs: [
    ...Object.entries(THREAT_ROWS).flatMap(([threat, pillars]) =>
      Object.entries<readonly Row[]>(pillars).flatMap(([pillar, rows]) => paragraphs(threat, pillar, rows)),
    ),
    ...Object.entries<readonly Row[]>(CAPABILITY_ROWS).flatMap(([capability, rows]) =>
      paragraphs(capability, null, rows),
    ),
  ],
  context: [...CONTEXT.split(' '), ...LEADS.split(' ')],
}
