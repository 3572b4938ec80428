/**
 * The paragraphs of the Strategic Policing Requirement of 2023 that ask something of somebody: whom, at which tier, and
 * what, in short words of our own. Numbers as printed; 34, 54, 118 and 154 lost theirs in some copies.
 */

import type { Tier } from '../framework.ts'

export type Row = readonly [number: string, dutyHolder: string, tier: Tier, title: string]

/** By threat and pillar. */
export const THREAT_ROWS = {
  vawg: {
    outcomes: [
      ['29', 'force', 'local', 'The three aims of the national framework for delivery'],
      ['30', 'force', 'local', 'An action plan of the force’s own'],
      ['31', 'force', 'local', 'Authorised professional practice followed'],
      ['32', 'chiefConstable', 'local', 'Welfare and safety of those who do this work'],
    ],
    capabilities: [['33', 'force', 'local', 'Trained people for every such offence, from first call to court']],
    connectivity: [['34', 'chiefConstable', 'local', 'Work with every partner who protects women and girls']],
  },
  terrorism: {
    outcomes: [
      ['35', 'force', 'national', 'A part in the national strategy against terrorism'],
      ['36', 'force', 'local', 'Readiness shown in each of the four strands'],
    ],
    capabilities: [
      ['39.1', 'counterTerrorism', 'national', 'Intelligence and investigations with the Security Service'],
      ['39.2', 'counterTerrorism', 'national', 'Every power used to constrain those engaged'],
      ['39.3', 'counterTerrorism', 'regional', 'People at risk of radicalisation found and safeguarded'],
      ['39.4', 'counterTerrorism', 'national', 'Protective security: advice, places, people'],
      ['39.5', 'counterTerrorism', 'national', 'Specialist firearms officers, and guidance on marauding attacks'],
      ['39.6', 'counterTerrorism', 'national', 'Guidance and equipment against CBRN'],
      ['39.7', 'counterTerrorism', 'national', 'Exercises, and what is learnt from them'],
      ['40.1', 'chiefConstable', 'local', 'Pursue in the force'],
      ['40.2', 'chiefConstable', 'local', 'Prevent in the force'],
      ['40.3', 'chiefConstable', 'local', 'Protect in the force'],
      ['40.4', 'chiefConstable', 'local', 'Prepare in the force'],
      ['41', 'force', 'local', 'A Special Branch, of the force or of the region'],
      ['42', 'force', 'local', 'What a Special Branch provides'],
    ],
    capacity: [['45', 'chiefConstable', 'local', 'Own capacity set from threat and risk']],
    consistency: [['46', 'chiefConstable', 'national', 'Common standards for processes and equipment']],
    collaboration: [
      ['47', 'npcc', 'national', 'Oversight of the network by the coordination committee'],
      ['48', 'force', 'national', 'Specialists within reach of all who need them'],
      ['49.1', 'chiefConstable', 'regional', 'The regional counter-terrorism unit: intelligence and specialists'],
      ['49.2', 'chiefConstable', 'national', 'The senior national coordinators: assets where they are needed'],
    ],
    connectivity: [
      ['50.1', 'chiefConstable', 'local', 'Partners in Pursue'],
      ['50.2', 'chiefConstable', 'local', 'Partners in Prevent'],
      ['50.3', 'chiefConstable', 'local', 'Partners in Protect and Prepare'],
    ],
  },
  soc: {
    outcomes: [
      ['57', 'nca', 'national', 'One system, led by the National Crime Agency'],
      ['58', 'npcc', 'national', 'A national policing lead'],
      ['59', 'pccAndChiefConstable', 'regional', 'Force and regional unit play their part in the four strands'],
      ['60', 'pccAndChiefConstable', 'local', 'How that is done in practice'],
    ],
    capabilities: [
      ['64', 'force', 'local', 'Drugs: the local market known, with partners'],
      ['65', 'rocu', 'regional', 'Drugs: taskforces against the middle market'],
      ['66', 'rocu', 'regional', 'County lines coordinators'],
      ['67', 'force', 'local', 'Fraud: calls and intelligence packages answered'],
      ['68', 'force', 'local', 'Fraud: best practice followed, officers trained'],
      ['69', 'force', 'local', 'Fraud: victims supported and protected'],
      ['70', 'force', 'local', 'Fraud: reports used to safeguard'],
      ['71', 'rocu', 'regional', 'Fraud: regional economic crime units'],
      ['72', 'force', 'national', 'Fraud: new specialist posts, put to use'],
      ['73', 'force', 'regional', 'Immigration crime: threat known, capability to match'],
      ['74.1', 'chiefConstable', 'local', 'Intelligence on organised crime groups'],
      ['74.2', 'chiefConstable', 'local', 'A senior officer who answers for it'],
      ['74.3', 'chiefConstable', 'local', 'Operations equal to the demand'],
      ['74.4', 'chiefConstable', 'local', 'Disruption, with a lead officer for each group'],
      ['74.5', 'chiefConstable', 'local', 'A cybercrime unit'],
      ['74.6', 'chiefConstable', 'local', 'People diverted from crime, the exploited safeguarded'],
      ['74.7', 'chiefConstable', 'local', 'Impact measured'],
      ['75', 'rocu', 'regional', 'A regional unit with specialist capabilities'],
      ['75.1', 'rocu', 'regional', 'Regional intelligence'],
      ['75.2', 'rocu', 'regional', 'Undercover policing'],
      ['75.3', 'rocu', 'regional', 'Undercover policing online'],
      ['75.4', 'rocu', 'regional', 'Intelligence shared among government agencies'],
      ['75.5', 'rocu', 'regional', 'Technical surveillance'],
      ['75.6', 'rocu', 'regional', 'Targeted equipment interference'],
      ['75.7', 'rocu', 'regional', 'Disruption teams'],
      ['75.8', 'rocu', 'regional', 'Multi-agency hubs for the highest harm'],
      ['75.9', 'rocu', 'regional', 'Regional cybercrime units'],
      ['75.10', 'rocu', 'regional', 'Economic crime teams'],
      ['75.11', 'cityOfLondon', 'national', 'The lead force for fraud'],
      ['75.12', 'cityOfLondon', 'national', 'Central reporting of fraud and cybercrime'],
    ],
    capacity: [
      ['77', 'rocu', 'regional', 'Growth of the regional units'],
      ['78', 'rocu', 'regional', 'Resources balanced, and aligned with the threat'],
      ['79', 'force', 'regional', 'Monthly tasking'],
    ],
    consistency: [
      ['80.1', 'force', 'national', 'Groups and people scored in one way'],
      ['80.2', 'force', 'national', 'Tasking in every direction'],
      ['81.1', 'chiefConstable', 'local', 'Neighbourhood teams feed the picture'],
      ['81.2', 'chiefConstable', 'local', 'The victims’ code applied throughout'],
      ['81.3', 'cityOfLondon', 'national', 'Standards on fraud from the lead force'],
    ],
    collaboration: [
      ['82', 'rocu', 'regional', 'Regional units join forces to the national response'],
      ['83', 'rocu', 'regional', 'A better networked capability'],
      ['84', 'pccAndChiefConstable', 'regional', 'The yearly contribution to the regional unit'],
      ['85', 'pccAndChiefConstable', 'regional', 'What fosters a response of the whole system'],
    ],
    connectivity: [
      ['86', 'chiefConstable', 'local', 'Partnerships with others than the police'],
      ['86.1', 'chiefConstable', 'local', 'A local profile, shared'],
      ['87', 'force', 'local', 'What such partnerships do together'],
    ],
  },
  cyber: {
    outcomes: [
      ['88.1', 'force', 'national', 'Actors deterred and disrupted'],
      ['88.2', 'force', 'national', 'People kept from offending'],
      ['88.3', 'force', 'national', 'Security and resilience built'],
      ['88.4', 'force', 'national', 'Response, recovery and support for victims'],
      ['88.5', 'force', 'national', 'Results that are measured'],
      ['90', 'force', 'local', 'Own systems and response in line with the strategies'],
    ],
    capabilities: [
      ['91', 'rocu', 'regional', 'A dedicated capability in the regional unit'],
      ['92.1', 'chiefConstable', 'local', 'A cybercrime unit for major incidents'],
      ['93', 'force', 'local', 'Incidents that the force itself leads on'],
      ['94', 'chiefConstable', 'local', 'Public order, contingency and recovery plans'],
    ],
    capacity: [
      ['95', 'force', 'local', 'Enough people for what is reported'],
      ['96', 'force', 'local', 'Capacity set from reports and from who could be hit'],
    ],
    consistency: [['97', 'chiefConstable', 'local', 'Training to the minimum standard']],
    collaboration: [
      ['101', 'force', 'regional', 'A capability in every force, managed by the region'],
      ['102', 'chiefConstable', 'national', 'Advice, intelligence and tasking with national agencies'],
    ],
    connectivity: [
      ['103', 'force', 'local', 'The resilience forum brought in'],
      ['104', 'chiefConstable', 'local', 'Businesses, resilience centres and the Prevent network'],
    ],
  },
  csa: {
    outcomes: [['105', 'force', 'local', 'The three aims of the national strategy']],
    capabilities: [
      ['106', 'force', 'local', 'Units that investigate, teams that safeguard'],
      ['106.1', 'force', 'local', 'Intelligence on threats to children'],
      ['106.2', 'force', 'local', 'Signs of vulnerability seen and shared'],
      ['106.3', 'force', 'local', 'Strategies that protect, tested with partners'],
      ['106.4', 'force', 'local', 'Complex investigations'],
      ['106.5', 'force', 'local', 'The child’s voice at the centre'],
      ['106.6', 'force', 'local', 'Offenders monitored and managed'],
      ['106.7', 'force', 'local', 'Best practice with orders'],
      ['106.8', 'force', 'local', 'Digital forensics equal to demand'],
      ['107', 'force', 'local', 'Online abuse: risk tools, image database, skills'],
      ['108', 'force', 'regional', 'Specialists of the regional unit for the severe and complex'],
    ],
    capacity: [['109', 'force', 'local', 'Management information, and capacity for what it shows']],
    consistency: [['110', 'chiefConstable', 'local', 'Agreed practice, definitions and data']],
    collaboration: [
      ['111', 'force', 'regional', 'Abuse and victims that cross a boundary'],
      ['112', 'force', 'regional', 'Work with the regional unit and the National Crime Agency'],
      ['113', 'force', 'national', 'A part in national governance'],
    ],
    connectivity: [
      ['114', 'chiefConstable', 'local', 'Local safeguarding arrangements used in full'],
      ['115', 'force', 'local', 'Online platforms and prosecutors engaged'],
    ],
  },
  disorder: {
    outcomes: [['116', 'force', 'national', 'Mobilisation shown at every level']],
    capabilities: [
      ['117', 'chiefConstable', 'regional', 'Commanders, units and specialists for public order'],
      ['118', 'force', 'national', 'Dogs, horses and specialist tactics within reach'],
    ],
    capacity: [
      ['119', 'force', 'regional', 'The capacity that region and nation ask for'],
      ['120', 'npcc', 'national', 'National numbers for deployment'],
      ['121', 'npcc', 'national', 'Specialists whose numbers are yet to be set'],
    ],
    consistency: [['122', 'force', 'national', 'Units trained and equipped alike']],
    collaboration: [
      ['123', 'force', 'national', 'Mutual aid through the coordination centre'],
      ['124', 'force', 'local', 'Command structures begun in time'],
      ['125', 'force', 'regional', 'More resources asked for in the right order'],
      ['126', 'force', 'national', 'A part in national assessments and tests'],
      ['127', 'force', 'regional', 'A part in regional mobilisation'],
      ['128', 'chiefConstable', 'local', 'Specialists where no aid is asked for'],
    ],
    connectivity: [['129', 'force', 'local', 'Organisers, protesters, communities and emergency services']],
  },
  emergencies: {
    outcomes: [['131', 'force', 'local', 'The duties of a first responder']],
    capabilities: [
      ['133.1', 'pccAndChiefConstable', 'local', 'A unit for contingency planning'],
      ['133.2', 'pccAndChiefConstable', 'local', 'Trained commanders at every level'],
      ['134', 'force', 'regional', 'Casualty bureau, identification of victims, continuity'],
    ],
    capacity: [['135', 'force', 'local', 'Plans for the worst reasonable cases']],
    consistency: [
      ['136', 'force', 'local', 'Working in the same way as other responders'],
      ['137', 'force', 'national', 'The resilience standards, assessed against'],
    ],
    collaboration: [['138', 'chiefConstable', 'national', 'Mutual aid called for when it is needed']],
    connectivity: [
      ['139', 'force', 'local', 'First responders in the resilience forum'],
      ['140', 'force', 'local', 'Utilities, transport and the community'],
      ['141', 'force', 'national', 'Government and military liaison'],
    ],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>

/** By capability. */
export const CAPABILITY_ROWS = {
  armed: [
    ['149', 'force', 'local', 'Authorised firearms officers'],
    ['150', 'force', 'local', 'Armed response vehicles'],
    ['151', 'force', 'regional', 'Armed response in every force, alone or together'],
    ['152', 'force', 'regional', 'Armed support to covert operations'],
    ['153', 'force', 'regional', 'Surveillance with armed officers on the move'],
    ['154', 'counterTerrorism', 'regional', 'Counter-terrorist firearms officers in hubs'],
    ['155', 'counterTerrorism', 'national', 'The same, tasked nationally'],
    ['156', 'force', 'national', 'Less lethal weapons: only what is authorised'],
    ['156.1', 'force', 'local', 'Energy projectiles'],
    ['156.2', 'force', 'local', 'Conducted energy devices'],
    ['157', 'force', 'local', 'Personal protective equipment'],
  ],
  forensics: [
    ['160', 'force', 'local', 'Digital forensics in house, to the regulator’s codes'],
    ['161', 'force', 'local', 'Trained specialists and their roles'],
    ['162', 'force', 'local', 'Tools for every kind of device'],
    ['163', 'force', 'local', 'Extraction that is validated and written down'],
    ['164', 'force', 'local', 'Kiosks and first evidence at the scene'],
  ],
  roads: [
    ['167', 'npcc', 'national', 'The national roads strategy'],
    ['168', 'force', 'local', 'Roads capability for critical infrastructure'],
    ['169', 'force', 'local', 'Driving, collisions, commercial vehicles'],
    ['170', 'force', 'local', 'Equipment, and number-plate recognition'],
    ['171', 'force', 'local', 'Number plates joined to stops on the road'],
    ['172', 'force', 'regional', 'Scarce skills shared with others'],
  ],
  jesip: [
    ['173', 'chiefConstable', 'local', 'Joint principles in every plan and all training'],
    ['174', 'force', 'local', 'The joint doctrine followed'],
  ],
} as const satisfies Readonly<Record<string, readonly Row[]>>
