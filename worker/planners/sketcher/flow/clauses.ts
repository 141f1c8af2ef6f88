import { ARROW } from '../reading/evidence.ts';
import { splitCommas, splitOutside, splitSentences } from '../text/split.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import { isVerb } from '../text/verbs.ts';
import { isFailure, isSuccess, readCondition } from './conditions.ts';

/** Prose of a process, read into steps and branches. */
export type Clause = { kind: 'step'; text: string } | Branch;
export type Branch = {
  kind: 'branch';
  /** The condition as it was written, or a question. */
  condition: string;
  /** Whether `met` holds when the condition does not ("unless", "if not"). */
  negated: boolean;
  met: Clause[];
  otherwise: Clause[];
};

const LEAD =
  /^(?:and|but|so|then|next|first|firstly|second|secondly|third|thirdly|finally|lastly|last|afterwards?|after (?:that|this)|later|to (?:begin|start) with|at the end|danach|puis|luego)\b[\s,:]*/i;
/** "After tagging, …" only repeats where in the process we are. */
const REMINDER = /^(?:after|once|when)\s+(?:\p{L}+ing|(?:that|this|it)\s+is\s+\p{L}+)$/iu;
/** Words that a question begins with. */
const ASKING = /^(?:is|are|was|were|does|do|did|has|have|can|could|will|should|which|who|what|how)\b/i;
const THEN = /,?\s*(?:\band\s+then\b|\bthen\b|\bafter that\b|\bfollowed by\b|\bafterwards\b),?\s*/i;
const ELSE =
  /^(?:otherwise|or else|else|if not\b|if no\b|on no\b|no\b(?=\s*(?:[:,→]|->))|ansonsten|sonst|sinon|si no)\b[\s,:]*(?:->|→|then\b)?\s*/i;
const YES = /^(?:if so|if yes|on yes|yes(?=\s*(?:[:,→]|->)))\b[\s,:]*(?:->|→|then\b)?\s*/i;

/** Reads sentences, clause by clause, into steps and branches. */
export function readClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let last: Branch | null = null;
  for (const sentence of splitSentences(
    text.replace(/^\s*(?:[-*•]|\(?\d{1,3}[.)]|step \d+\s*[:.-])\s+/gim, ''),
  )) {
    last = readSentence(sentence, clauses, last);
  }
  const told = clauses.filter((clause) => !(clause.kind === 'step' && REMINDER.test(clause.text)));
  return asAlternatives(asOpposites(told));
}

/** "If wrong, x, if right, y": the second is asked of the same thing, and is the other side of the first. */
function asOpposites(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    if (clause.kind === 'branch' && before?.kind === 'branch' && areOpposites(before, clause))
      joined[joined.length - 1] = { ...before, otherwise: clause.met };
    else joined.push(clause);
  }
  return joined;
}

const areOpposites = (one: Branch, other: Branch): boolean =>
  one.otherwise.length + other.otherwise.length === 0 &&
  isOneWord(one) &&
  isOneWord(other) &&
  wentWrong(one) !== wentWrong(other) &&
  [one, other].some(wentRight);

const isOneWord = ({ condition }: Branch) => !condition.trim().includes(' ');
const wentWrong = ({ condition, negated }: Branch) => (negated ? isSuccess(condition) : isFailure(condition));
const wentRight = ({ condition, negated }: Branch) => (negated ? isFailure(condition) : isSuccess(condition));

/** "If a, x; if b, y; otherwise z" are alternatives: each is asked only when those before do not hold. */
function asAlternatives(clauses: readonly Clause[]): Clause[] {
  const nested: Clause[] = [];
  for (const clause of clauses.toReversed()) {
    const next = nested.at(-1);
    const open =
      clause.kind === 'branch' && clause.otherwise.length === 0 && !/[?？]$/.test(clause.condition);
    if (open && next?.kind === 'branch' && next.otherwise.length > 0) {
      nested[nested.length - 1] = { ...clause, otherwise: [next] };
    } else {
      nested.push(clause);
    }
  }
  return nested.toReversed();
}

/** Adds a sentence's clauses; gives the branch that an "otherwise" of the next sentence belongs to. */
function readSentence(sentence: string, clauses: Clause[], before: Branch | null): Branch | null {
  if (/[?？]$/.test(sentence)) {
    const { earlier, asked } = questionIn(sentence);
    clauses.push(...earlier.flatMap(stepsOf));
    const question: Branch = { kind: 'branch', condition: asked, negated: false, met: [], otherwise: [] };
    clauses.push(question);
    return question;
  }
  const fragments = fragmentsOf(sentence);
  const mayStandAlone = aloneTest(fragments);
  const lastElse = fragments.findLastIndex((fragment) => ELSE.test(stripLead(fragment)));
  let branch = before;
  let target: Clause[] = clauses;
  let taken = 0;
  for (const [at, raw] of fragments.entries()) {
    const fragment = stripLead(raw);
    const jump = branch === null ? null : branchWord(fragment, branch);
    const condition = jump === null ? readCondition(fragment) : null;
    if (jump !== null) {
      target = jump.into;
      target.push(...stepsOf(jump.rest));
    } else if (condition !== null) {
      branch = {
        kind: 'branch',
        condition: condition.text,
        negated: condition.negated,
        met: condition.met.flatMap(stepsOf),
        otherwise: [],
      };
      const elsewhere = branchOf(target, clauses, at > lastElse);
      elsewhere.push(branch);
      target = condition.closed ? clauses : branch.met;
      taken = condition.met.length;
    } else {
      const alone =
        target !== clauses && target === branch?.met && taken > 0 && at > lastElse && mayStandAlone(raw);
      if (alone) target = clauses;
      target.push(...stepsOf(fragment));
      taken += 1;
    }
  }
  return branch;
}

/** The question at the end of a sentence, and the steps before it: "alert, triage, is it severe?". */
function questionIn(sentence: string): { earlier: string[]; asked: string } {
  const parts = splitOutside(sentence, ARROW);
  const listed = splitCommas(parts.at(-1) ?? sentence).map(stripLead);
  const asked = listed.at(-1) ?? sentence;
  // "Are size, colour and price right?" is one question.
  if (!ASKING.test(asked)) return { earlier: parts.slice(0, -1), asked: parts.at(-1) ?? sentence };
  return { earlier: [...parts.slice(0, -1), ...listed.slice(0, -1)], asked };
}

/** A second condition of one sentence stands beside the first, or inside its "otherwise". */
const branchOf = (target: Clause[], clauses: Clause[], afterElse: boolean): Clause[] =>
  afterElse && target !== clauses && target.length === 0 ? target : clauses;

/** "and …" still belongs to the branch before it; so does every clause of a sentence that begins with its condition. */
function aloneTest([first = '']: readonly string[]): (clause: string) => boolean {
  const isConditional = readCondition(stripLead(first)) !== null;
  return (clause) => !isConditional && !/^(?:and|und|et|y)\b/i.test(clause);
}

function branchWord(fragment: string, branch: Branch): { into: Clause[]; rest: string } | null {
  const question = /[?？]$/.test(branch.condition);
  const no = ELSE.exec(fragment);
  const rest = fragment.slice(no?.[0].length ?? 0);
  const denies = /^if not\b/i.test(fragment) && rest !== '' && !isVerb(rest.split(' ')[0] ?? '');
  if (no !== null && !denies) return { into: branch.otherwise, rest };
  const yes = question ? YES.exec(fragment) : null;
  return yes === null ? null : { into: branch.met, rest: fragment.slice(yes[0].length) };
}

const fragmentsOf = (sentence: string): string[] =>
  splitOutside(sentence, ARROW)
    .flatMap((part) => splitOutside(part, THEN))
    .flatMap(splitCommas)
    .flatMap((part) => part.split(/(?<=\S)\s+(?=(?:otherwise|or else|else)\b)/i));

function stripLead(fragment: string): string {
  let text = fragment;
  for (;;) {
    const bare = text.replace(LEAD, '');
    if (bare === '' || bare === text) return text;
    text = bare;
  }
}

/** A clause as steps: "verify email and choose plan" is two when both sides are actions of their own. */
function stepsOf(text: string): Clause[] {
  const bare = trimEndOf(stripLead(text.trim()).replace(/^(?:the|a|an)\s+(?=\p{L})/iu, ''), '.!');
  if (bare === '') return [];
  const sides = bare.split(/\s+and\s+(?:then\s+)?/i);
  const separate =
    sides.length > 1 &&
    sides.every((side, at) => (at === 0 ? side.includes(' ') : isVerb(side.split(' ')[0] ?? '')));
  return (separate ? sides : [bare]).map((step) => ({ kind: 'step', text: step }));
}
