import type { Planner } from '../../../worker/planners/planner.ts';
import { createSketcher } from '../../../worker/planners/sketcher/sketcher.ts';
import type { Changes, Instructions, Plans } from '../cases/case.ts';
import { adding } from '../cases/changes/adding.ts';
import { asking } from '../cases/changes/asking.ts';
import { connecting } from '../cases/changes/connecting.ts';
import { editing } from '../cases/changes/editing.ts';
import { following } from '../cases/changes/following.ts';
import { phrasing } from '../cases/changes/phrasing.ts';
import { refused } from '../cases/changes/refused.ts';
import { removing } from '../cases/changes/removing.ts';
import { reporting } from '../cases/changes/reporting.ts';
import { selecting } from '../cases/changes/selecting.ts';
import { telling } from '../cases/changes/telling.ts';
import { arrows } from '../cases/instructions/arrows.ts';
import { boards } from '../cases/instructions/boards.ts';
import { conditions } from '../cases/instructions/conditions.ts';
import { dataSources } from '../cases/instructions/dataSources.ts';
import { descriptions } from '../cases/instructions/descriptions.ts';
import { diagramSources } from '../cases/instructions/diagramSources.ts';
import { general } from '../cases/instructions/general.ts';
import { hierarchies } from '../cases/instructions/hierarchies.ts';
import { languages } from '../cases/instructions/languages.ts';
import { limits } from '../cases/instructions/limits.ts';
import { lists } from '../cases/instructions/lists.ts';
import { mermaid } from '../cases/instructions/mermaid.ts';
import { prose } from '../cases/instructions/prose.ts';
import { relations } from '../cases/instructions/relations.ts';
import { shapes } from '../cases/instructions/shapes.ts';
import { systems } from '../cases/instructions/systems.ts';
import { time } from '../cases/instructions/time.ts';
import { typed } from '../cases/instructions/typed.ts';
import { boards as plannedBoards } from '../cases/plans/boards.ts';
import { flows } from '../cases/plans/flows.ts';
import { large } from '../cases/plans/large.ts';
import { networks } from '../cases/plans/networks.ts';
import { sloppy } from '../cases/plans/sloppy.ts';
import { expectedOfPlan } from '../expectations/expectedOfPlan.ts';
import { planOf } from '../notation/planOf.ts';
import { eventsOfAnswer } from '../notation/planText.ts';
import type { EvalCase } from './evalCase.ts';
import { keptOutputs } from './keptOutputs.ts';

const instructions: Record<string, Instructions> = {
  ...{ arrows, conditions, lists, boards, hierarchies, time, shapes, typed, languages },
  systems: { ...systems, ...relations },
  prose: { ...prose, ...descriptions },
  ...{ mermaid, 'DOT, PlantUML': diagramSources, data: dataSources, general, limits },
};

const changes: Record<string, Changes> = {
  ...{
    'change: add': { ...adding, ...connecting },
    'change: remove': removing,
    'change: edit': {
      ...editing,
      ...selecting,
      ...phrasing,
      ...telling,
      ...reporting,
      ...asking,
      ...following,
    },
    'change: refused': refused,
  },
};

const plans: Record<string, Plans> = {
  ...{ 'plan: flows': flows, 'plan: networks': networks, 'plan: boards': plannedBoards },
  ...{ 'plan: large': large, 'plan: sloppy': sloppy },
};

/** Instructions for new canvases. @param planner By default the built-in sketcher. */
export function instructionCases(planner: Planner = createSketcher()): EvalCase[] {
  return casesIn(instructions, (name, category, [instruction, expected]) => ({
    ...{ kind: 'new', name, category, instruction: instruction.slice(0, 4_000), expected },
    ...askedOf(planner),
  }));
}

/** Changes of canvases. @param planner By default the built-in sketcher. */
export function changeCases(planner: Planner = createSketcher()): EvalCase[] {
  return casesIn(changes, (name, category, [base, instruction, expected, setup = {}]) => ({
    ...{ kind: 'change', name, category, base, instruction, expected, setup },
    ...askedOf(planner),
  }));
}

/** Plans as models give them, and kept outputs of models. */
export function planCases(): EvalCase[] {
  return [
    ...casesIn(plans, (name, category, [given, expected = {}]): EvalCase => {
      const plan = typeof given === 'string' ? planOf(given) : given;
      const derived = typeof given === 'string' ? expectedOfPlan(plan) : {};
      return {
        ...{ kind: 'new', name, category, source: 'plan', instruction: plan.title },
        expected: { ...derived, ...expected, count: { ...derived.count, ...expected.count } },
        plan: () => eventsOfAnswer(JSON.stringify(plan)),
      };
    }),
    ...keptOutputs().map(
      ({ name, instruction, model, text, expected }): EvalCase => ({
        ...{
          kind: 'new',
          name,
          category: 'plan: kept outputs',
          source: `output, ${model}`,
          instruction,
          expected,
        },
        plan: () => eventsOfAnswer(text),
      }),
    ),
  ];
}

function askedOf(planner: Planner): Pick<EvalCase, 'source' | 'plan'> {
  return {
    source: planner.model ?? planner.name,
    plan: (request) => planner.plan(request, new AbortController().signal),
  };
}

function casesIn<T>(
  categories: Readonly<Record<string, Readonly<Record<string, T>>>>,
  toCase: (name: string, category: string, given: T) => EvalCase,
): EvalCase[] {
  return Object.entries(categories).flatMap(([category, cases]) =>
    Object.entries(cases).map(([name, given]) => toCase(name, category, given)),
  );
}
