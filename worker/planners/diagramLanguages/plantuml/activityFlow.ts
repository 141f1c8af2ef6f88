import type { PlanShape } from '../../../../src/canvas/model/plan.ts';
import type { DiagramBuilder } from '../plan/diagramBuilder.ts';

/** An end of the flow so far: what follows is joined to it, with this label. */
type OpenEnd = { from: string; label: string };

/** Branches that are open: where they start, and the ends of those that are finished. */
type Branches = { kind: 'branches'; from: string; isFork: boolean; hasElse: boolean; ends: OpenEnd[] };
type Loop = { kind: 'while' | 'repeat'; head: string | null };

/** Builds a flow from the nested statements of an activity diagram. */
export class ActivityFlow {
  readonly builder: DiagramBuilder;
  #ends: OpenEnd[] = [];
  readonly #open: (Branches | Loop)[] = [];
  readonly #groups: string[] = [];
  #lane: string | null = null;
  #count = 0;
  #last: string | null = null;

  constructor(builder: DiagramBuilder) {
    this.builder = builder;
  }

  /** Adds a step after all open ends. @returns Its name */
  step(text: string, shape: PlanShape = 'rect'): string {
    this.#count += 1;
    const name = `step ${this.#count}`;
    this.builder.node(name, text, { shape, parent: this.#groups.at(-1) ?? this.#lane });
    for (const { from, label } of this.#ends) this.builder.edge(from, name, { label });
    for (const open of this.#open) if (open.kind === 'repeat') open.head ??= name;
    this.#ends = [{ from: name, label: '' }];
    this.#last = name;
    return name;
  }

  stop(text: string): void {
    this.step(text, 'ellipse');
    this.#ends = [];
  }

  /** Nothing follows. */
  detach(): void {
    this.#ends = [];
  }

  /** Labels the next arrow. */
  label(text: string): void {
    this.#ends = this.#ends.map((end) => ({ ...end, label: text || end.label }));
  }

  note(text: string): void {
    if (this.#last === null) return;
    this.#count += 1;
    const name = `note ${this.#count}`;
    this.builder.node(name, text, { shape: 'sticky', color: 'yellow' });
    this.builder.edge(this.#last, name, { dashed: true });
  }

  /** The lane of the steps that follow. */
  lane(title: string): void {
    this.#lane = `lane ${title}`;
    this.builder.frame(this.#lane, title);
  }

  openGroup(title: string): void {
    this.#count += 1;
    const name = `group ${this.#count}`;
    this.builder.frame(name, title, this.#groups.at(-1) ?? this.#lane);
    this.#groups.push(name);
  }

  closeGroup(): void {
    this.#groups.pop();
  }

  openIf(condition: string, label: string): void {
    const from = this.step(condition, 'diamond');
    this.#open.push({ kind: 'branches', from, isFork: false, hasElse: false, ends: [] });
    this.#ends = [{ from, label }];
  }

  /** A further condition, asked where the one before it is not met. */
  elseIf(condition: string, label: string): void {
    const branches = this.#branches;
    if (branches === null) return;
    branches.ends.push(...this.#ends);
    this.#ends = [{ from: branches.from, label: 'no' }];
    branches.from = this.step(condition, 'diamond');
    this.#ends = [{ from: branches.from, label }];
  }

  openSwitch(condition: string): void {
    const from = this.step(condition, 'diamond');
    this.#open.push({ kind: 'branches', from, isFork: false, hasElse: true, ends: [] });
    this.#ends = [];
  }

  openFork(): void {
    const from = this.#last === null ? this.step('Start', 'ellipse') : this.#forkStart();
    this.#open.push({ kind: 'branches', from, isFork: true, hasElse: true, ends: [] });
    this.#ends = [{ from, label: '' }];
  }

  nextBranch(label: string): void {
    const branches = this.#branches;
    if (branches === null) return;
    branches.ends.push(...this.#ends);
    branches.hasElse = true;
    this.#ends = [{ from: branches.from, label }];
  }

  /** What follows comes after every branch, and after a condition without `else`. */
  closeBranches(): void {
    const branches = this.#branches;
    if (branches === null) return;
    this.#open.pop();
    this.#ends.push(...branches.ends);
    if (!branches.hasElse) this.#ends.push({ from: branches.from, label: 'no' });
  }

  openWhile(condition: string, label: string): void {
    const head = this.step(condition, 'diamond');
    this.#open.push({ kind: 'while', head });
    this.#ends = [{ from: head, label }];
  }

  closeWhile(label: string): void {
    const loop = this.#open.at(-1);
    if (loop?.kind !== 'while' || loop.head === null) return;
    this.#open.pop();
    for (const end of this.#ends) this.builder.edge(end.from, loop.head, { label: end.label });
    this.#ends = [{ from: loop.head, label }];
  }

  openRepeat(text = ''): void {
    this.#open.push({ kind: 'repeat', head: null });
    if (text !== '') this.step(text);
  }

  closeRepeat(condition: string, yes: string, no: string): void {
    const loop = this.#open.at(-1);
    if (loop?.kind !== 'repeat') return;
    this.#open.pop();
    const question = this.step(condition || 'Again?', 'diamond');
    if (loop.head !== null) this.builder.edge(question, loop.head, { label: yes || 'yes' });
    this.#ends = [{ from: question, label: no }];
  }

  get #branches(): Branches | null {
    const open = this.#open.at(-1);
    return open?.kind === 'branches' ? open : null;
  }

  /** Parallel branches start at the only step before them, or at a point of their own. */
  #forkStart(): string {
    const [only, ...others] = this.#ends;
    return only !== undefined && others.length === 0 && only.label === ''
      ? only.from
      : this.step('In parallel', 'ellipse');
  }
}
