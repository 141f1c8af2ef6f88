/** Example instructions, one for each common kind of diagram. */
export const exampleList: readonly { name: string; instruction: string }[] = [
  {
    name: 'Onboarding flow',
    instruction:
      'Onboarding flow: sign up, verify email, choose plan, enter payment, invite team; if payment fails, retry',
  },
  {
    name: 'Launch kanban',
    instruction: `Kanban for a product launch
To do: pricing page, release notes, support guide
In progress: demo video, onboarding emails
Review: press kit
Done: name, logo`,
  },
  {
    name: 'SWOT',
    instruction: `SWOT of usage-based pricing
Strengths: fair to small teams, grows with customers
Weaknesses: bills vary, hard to forecast
Opportunities: larger accounts, self-service
Threats: flat-rate competitors, budget freezes`,
  },
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
    instruction: `Org chart
Director
  Design
  Engineering
    Web
    Platform
    Data
  Operations`,
  },
];
