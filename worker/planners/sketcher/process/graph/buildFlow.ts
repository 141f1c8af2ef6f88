import { FlowGraph, type FlowNode, type OpenEnd, type Role } from '../../flow/graph.ts';
import { contentOf } from '../../text/lostContent.ts';
import { label } from '../../text/plain.ts';
import { isFine, isWrong } from '../model/conditions.ts';
import type { Activity, Decision, Fork, Loop, Statement } from '../model/statement.ts';
import { questionOf } from './question.ts';
import { endsThing, isRefusal, isStop, isUnwanted, mends, wayBack } from './ways.ts';

/** Longest text on an arrow, in UTF-16 units. */
const MAX_LABEL = 40;

/** A flow from what is done: branches join again, unless they end or lead back. */
export function buildFlow(statements: readonly Statement[]): FlowGraph {
  const builder = new FlowBuilder();
  builder.run(statements, false, null);
  builder.finish();
  return builder.graph;
}

class FlowBuilder {
  readonly graph = new FlowGraph();
  /** Ends of branches that were left because of what went wrong in them. */
  #left: OpenEnd[] = [];

  /** Adds statements behind the open ends; `isWrong`: on the side of a decision where something went wrong. */
  run(statements: readonly Statement[], isWrongSide: boolean, before: FlowNode | null): void {
    for (const [at, statement] of statements.entries()) {
      if (this.graph.isFull) return;
      if (statement.kind === 'decision') this.#reopen();
      if (statement.kind === 'decision') this.#decide(statement);
      else if (statement.kind === 'fork') this.#fork(statement, isWrongSide, before);
      else if (statement.kind === 'loop') this.#loop(statement);
      else if (statement.kind === 'wait') this.#wait(statement.text);
      else if (statement.kind === 'end') this.#end();
      else this.#act(statement, isWrongSide, before, at === statements.length - 1);
    }
  }

  /** What is asked after all branches have ended follows from those that were left: nothing stands alone. */
  #reopen(): void {
    const { graph } = this;
    if (graph.open.length > 0 || graph.nodes.length === 0) return;
    graph.open = this.#left.length > 0 ? this.#left : graph.deadEnds();
    this.#left = [];
  }

  /** A decision at the end needs somewhere to go on both sides. */
  finish(): void {
    const { graph } = this;
    const sides = graph.open.filter(({ from, label: name }) => from.role === 'decision' && name !== null);
    if (sides.length > 0) this.#end();
  }

  #end(): void {
    const known = this.graph.nodes.find(({ role, text }) => role === 'end' && text === 'End');
    if (this.graph.nodes.length === 0) return;
    if (known === undefined) this.graph.add('End', 'end');
    else this.graph.joinTo(known);
    this.graph.open = [];
  }

  #wait(text: string): void {
    const free = this.graph.open.find((end) => end.label === null);
    if (free === undefined || text.length > MAX_LABEL) this.graph.add(label(text), 'step');
    else free.label = label(text, MAX_LABEL);
  }

  #act(activity: Activity, isWrongSide: boolean, before: FlowNode | null, isLast: boolean): void {
    const { graph } = this;
    const text = label(activity.text);
    const back = isLast ? wayBack(graph, activity, before) : null;
    if (back !== null) {
      if (back.isShown) this.#add(activity, 'error');
      graph.joinTo(back.to, true);
      return;
    }
    if (activity.isForAll) {
      graph.open = [...graph.open, ...this.#left];
      this.#left = [];
    }
    const known = graph.named(text);
    if (
      known !== undefined &&
      graph.open.length > 0 &&
      !graph.open.some(({ from }) => from === known) &&
      graph.edges.some(({ to }) => to === known)
    ) {
      graph.joinTo(known, true);
      return;
    }
    this.#add(activity, roleOf(activity, text) ?? (isUnwanted(text) || isWrongSide ? 'error' : 'step'));
    if (isLast && isWrongSide && mends(activity.task) && before !== null) graph.joinTo(before, true);
  }

  #add({ text, actor, task }: Activity, role: Role): void {
    Object.assign(this.graph.add(label(text), role), { actor, task: label(task) });
  }

  #fork({ question, ways }: Fork, isWrongSide: boolean, before: FlowNode | null): void {
    const { graph } = this;
    if (question !== null) graph.add(questionOf(question), 'decision');
    const start = graph.open;
    const ends: OpenEnd[] = [];
    for (const { label: name, steps } of ways) {
      graph.open = start.map((end) => ({
        ...end,
        label: name === null ? end.label : label(name, MAX_LABEL),
      }));
      this.run(steps, isWrongSide, before);
      ends.push(...graph.open);
    }
    graph.open = ends;
  }

  #loop({ condition, isNegated, body, isAskedFirst }: Loop): void {
    const { graph } = this;
    const first = graph.nodes.length;
    if (!isAskedFirst) this.run(body, false, null);
    const asked = graph.add(questionOf(condition), 'decision');
    const [again, on] = isNegated ? ['No', 'Yes'] : ['Yes', 'No'];
    graph.open = [{ from: asked, label: again }];
    if (isAskedFirst) this.run(body, false, asked);
    graph.joinTo(graph.nodes[first] ?? asked, true);
    graph.open = [{ from: asked, label: on }];
  }

  #decide(decision: Decision): void {
    const { graph } = this;
    const { condition, isNegated, met, otherwise, hasOtherwise } = decision;
    const [yes, no] = isNegated ? ['No', 'Yes'] : ['Yes', 'No'];
    const subject = decision.isLate ? this.#subjectOf(decision) : null;
    // With both of its sides told, nothing is left to go on from a question before the steps that follow its subject.
    const isInline =
      subject === null || otherwise.length > 0 || graph.open.some(({ from }) => from === subject);
    const node = isInline
      ? graph.add(questionOf(condition), 'decision')
      : graph.insertAfter(subject, questionOf(condition), 'decision', no);
    const before = subject ?? graph.edges.find(({ to, back }) => to === node && !back)?.from ?? null;
    const rest = isInline ? [] : graph.open;
    const wrong = isWrong(condition, isNegated);
    graph.open = [{ from: node, label: yes }];
    this.#side(met, wrong, before, wrong && hasOtherwise);
    const metEnds = isInline ? graph.open : this.#rejoin(node, no, rest);
    if (isInline || otherwise.length > 0) {
      graph.open = [{ from: node, label: decision.otherwiseLabel ?? no }];
      const isRefused = isFine(condition, isNegated);
      this.#side(otherwise, isRefused, before, isRefused && otherwise.some(isSentAway));
    } else graph.open = [];
    graph.open = [...metEnds, ...graph.open];
  }

  /** Ends of a branch in the middle of a flow go on where the other branch goes on. */
  #rejoin(decision: FlowNode, otherwise: string | null, rest: OpenEnd[]): OpenEnd[] {
    const { graph } = this;
    const next = graph.edges.find((edge) => edge.from === decision && edge.label === otherwise)?.to;
    if (next !== undefined) graph.joinTo(next);
    return [...rest, ...graph.open];
  }

  /** One side of a decision; with `ends`, or where something stops, nothing follows from it. */
  #side(statements: readonly Statement[], wrong: boolean, before: FlowNode | null, ends: boolean): void {
    this.run(statements, wrong, before);
    const stops = ends || statements.some((each, at) => stopsIn(each, at === statements.length - 1));
    if (statements.length === 0 || !stops) return;
    this.#left.push(...this.graph.open);
    this.graph.open = [];
  }

  /**
   * The step that a condition is about, where that was said before others: the latest one that shares a word with it.
   * A failure of something that is no step yet ("payment fails") makes it one.
   */
  #subjectOf({ condition, isNegated }: Decision): FlowNode | null {
    const { graph } = this;
    const words = contentOf(condition);
    const steps = graph.nodes.filter(({ role }) => role === 'step');
    const shared = steps.findLast(({ text }) => !contentOf(text).isDisjointFrom(words));
    if (shared !== undefined) return shared;
    const thing = isWrong(condition, isNegated) ? FAILING.exec(condition)?.[1] : undefined;
    if (
      thing === undefined ||
      steps.length === 0 ||
      /^(?:it|this|that|any|one|something|anything)\b/i.test(thing)
    )
      return null;
    const named = steps.findLast(({ text }) => text.toLowerCase() === thing.toLowerCase());
    if (named !== undefined) return named;
    return graph.add(label(thing), 'step');
  }
}

/** Whether nothing follows from a branch: "end the ride and charge the card" goes on. */
const stopsIn = (each: Statement, isLast: boolean): boolean =>
  each.kind === 'activity' && isStop(each.task) && (isLast || !endsThing(each.task));

const isSentAway = (each: Statement): boolean => each.kind === 'activity' && isRefusal(each.task);

const NAMED_END = /^(?:the )?(?:end|done|finish(?:ed)?|stop|exit)$/i;

function roleOf({ isTrigger }: Activity, text: string): Role | null {
  if (isTrigger || /^start$/i.test(text)) return 'start';
  if (NAMED_END.test(text)) return 'end';
  return /[?？]$/.test(text) ? 'decision' : null;
}

const FAILING =
  /^(?:the\s+|an?\s+)?(\p{L}+(?:\s\p{L}+)?)\s+(?:fails|is (?:declined|rejected|refused)|gets declined)\b/iu;
