/** Instructions to start from, one for each kind of diagram that people ask for most. */
export const EXAMPLES: readonly { name: string; instruction: string }[] = [
  {
    name: 'Onboarding flow',
    instruction:
      'Onboarding flow: sign up, verify email, choose plan, enter payment, invite team; if payment fails, retry',
  },
  {
    name: 'Launch kanban',
    instruction:
      'Kanban for a product launch with columns To do, In progress, Review and Done, and cards for pricing page, release notes, demo video, support guide',
  },
  { name: 'SWOT', instruction: 'SWOT of moving our pricing from seats to usage' },
  {
    name: 'Mind map',
    instruction: 'Mind map of a conference: venue, speakers, tickets, sponsors, programme',
  },
  {
    name: 'Timeline',
    instruction:
      'Timeline of a release: January research, February design, March build, April beta, May launch',
  },
  {
    name: 'Org chart',
    instruction:
      'Org chart: director; under it design, engineering, operations; under engineering web, platform, data',
  },
];
