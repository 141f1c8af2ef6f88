import type { Plan } from '../../../src/canvas/model/plan.ts';
import { boards } from '../cases/plans/boards.ts';
import { flows } from '../cases/plans/flows.ts';
import { large } from '../cases/plans/large.ts';
import { networks } from '../cases/plans/networks.ts';
import { planOf } from '../notation/planOf.ts';

/** Plans that other programs can draw as graphs: connectors between shapes, with frames around some. */
const names = [
  ...['plan: sign-up with loop', 'plan: order to cash', 'plan: four decisions', 'plan: hub of services'],
  ...[
    'plan: two hubs',
    'plan: lanes',
    'plan: pools with lanes',
    'plan: three pools',
    'plan: parallel gateways',
  ],
  ...[
    'plan: long chain',
    'plan: back to the start',
    'plan: decision with five ways',
    'plan: nested decisions',
  ],
  ...['plan: state machine of an order', 'plan: state machine of a player', 'plan: TCP states'],
  ...['plan: mesh of six', 'plan: full mesh of five', 'plan: microservices', 'plan: nested cloud'],
  ...['plan: kubernetes', 'plan: data model', 'plan: dependencies of packages', 'plan: data pipeline'],
  ...['plan: causal loops', 'plan: org chart', 'plan: process of 40', 'plan: process of 60'],
  ...['plan: six departments of ten', 'plan: layers of 6 by 6'],
];

/** A graph to compare drawings of. */
export type Graph = { name: string; plan: Plan };

/** The graphs that are compared. */
export function graphs(): Graph[] {
  const all = { ...flows, ...networks, ...boards, ...large };
  return names.map((name) => {
    const given = all[name]?.[0];
    if (typeof given !== 'string') throw new Error(`No plan in the notation is called ${name}`);
    return { name, plan: planOf(given) };
  });
}
