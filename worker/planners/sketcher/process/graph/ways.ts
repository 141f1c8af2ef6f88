import type { FlowGraph, FlowNode } from '../../flow/graph.ts';
import { mostLike } from '../../text/words.ts';
import type { Activity } from '../model/statement.ts';

const BACK =
  /^(?:(?:go(?:es)?|return|jump|loop|come|move|send|hand|start|bring|(?:is|are) (?:sent|returned|brought|given))\s+)?(?:it\s+|them\s+)?(?:back|return|returns)\s+(?:to|at|with|into|for)\s+(?:the\s+|step\s+)*(.+)$/i;
const REPEAT = /^(?:repeat|redo)(?:\s+(?:from\s+)?(?:the\s+)?(.+))?$/i;
const AGAIN = /\b(?:try again|tries again|start over|once more|again)\b/i;
const RESTART = /^(?:re-?try|restart|start over|try again|start again)\b/i;
const MENDS =
  /^(?:fix|correct|re-?send|revise|update|re-?submit|rework|repair|re-?enter|improve|adjust|debug|rewrite|re-?open|clarify|amend)(?:s|es)?\b|^(?:klär|korrigier|überarbeit|nachbesser|reparier|corrig|répar)\p{L}*/iu;
const STOPS =
  /^(?:(?:is|are)\s+)?(?:stop|end|exit|quit|cancel|abort|reject|terminate|give up|discard|decline|postpone|refuse)(?:s|es|d|ed|led|ped)?\b|^(?:(?:is|are) )?close(?:d|s)?\b/i;
/** What sends somebody or something away, where the other side of the decision goes on. */
const REFUSES =
  /^(?:(?:is|are)\s+)?(?:sent?|send|return(?:ed)?|hand(?:ed)?)\s+(?:it\s+|them\s+)?(?:back\s+)?to\b|^(?:absage|ablehn|rejection)/i;
const UNWANTED = /^(?:cancell?ed|rejected|failed|declined|expired|refused|lost)$/i;

export function isStop(task: string): boolean {
  return STOPS.test(task);
}

/** Whether a task ends something in particular: "end the ride". */
export function endsThing(task: string): boolean {
  return /^(?:(?:is|are)\s+)?(?:end|stop|close|exit|quit)(?:s|ed|d|ped)?\s+(?!(?:here|there|it|process|the (?:process|flow|procedure|workflow))\b)\S/i.test(
    task,
  );
}

/** Whether a task sends away: "return it to the author". */
export function isRefusal(task: string): boolean {
  return REFUSES.test(task);
}

export function isUnwanted(text: string): boolean {
  return UNWANTED.test(text);
}

export function mends(task: string): boolean {
  return MENDS.test(task);
}

/** Likeness from which an earlier step is the one that is meant. */
const LIKE = 0.4;
/** The same where somebody or something goes back: "the book goes back to the stacks" is no return of the process. */
const LIKE_OF_THINGS = 0.5;

/**
 * The earlier step that an activity leads back to, and whether the activity is a step itself; null when it leads on.
 */
export function wayBack(
  graph: FlowGraph,
  { task, actor }: Activity,
  before: FlowNode | null,
): { to: FlowNode; isShown: boolean } | null {
  const wanted = BACK.exec(task)?.[1] ?? REPEAT.exec(task)?.[1] ?? againOf(task) ?? redoneIn(task);
  if (wanted !== undefined) {
    const to = stepMeant(graph, wanted, actor === null ? LIKE : LIKE_OF_THINGS);
    if (to !== null) return { to, isShown: false };
  }
  if ((REPEAT.test(task) || RESTART.test(task) || AGAIN.test(task)) && before !== null)
    return { to: before, isShown: true };
  return null;
}

/** What "resubmit it" does again. */
const redoneIn = (task: string): string | undefined =>
  /^(?:can |may |must )?re-?((?:submit|send|enter|run|apply|upload|test|build|do)\b.*)$/i
    .exec(task)?.[1]
    ?.replace(/\s(?:it|them|this|that)\b/i, '');

/** What "the build starts again" or "check it again" names. */
const againOf = (task: string): string | undefined =>
  AGAIN.test(task) && !RESTART.test(task) ? task.replace(AGAIN, '') : undefined;

/** "log in" as "login", which is how people name it. */
const joined = (text: string): string =>
  text.replace(/\b(log|sign|check)s?[ -](in|out|up|on|off)\b/gi, '$1$2');

function stepMeant(graph: FlowGraph, wanted: string, like: number): FlowNode | null {
  if (/^(?:start|beginning)$/i.test(wanted)) return graph.nodes[0] ?? null;
  const number = /^(?:step |number |no\.? )?(\d{1,2})\.?$/i.exec(wanted)?.[1];
  if (number !== undefined)
    return graph.nodes.filter(({ role }) => role !== 'decision')[Number(number) - 1] ?? null;
  return mostLike(joined(wanted), graph.nodes, ({ text }) => joined(text), like);
}
