import { ARROW } from '../../reading/evidence.ts';
import { isMarked } from '../../text/outline.ts';
import { isRange } from '../../text/range.ts';
import { splitCommas, splitOutside, splitSentences } from '../../text/split.ts';
import { trimEndOf } from '../../text/trimEnd.ts';
import { isVerb } from '../../text/verbs.ts';
import { type Asked, compareConditions } from '../model/conditions.ts';
import { foldAlternatives } from '../model/foldAlternatives.ts';
import { type Activity, type Decision, newDecision, type Statement } from '../model/statement.ts';
import { readAmount } from './readAmount.ts';
import { type Condition, readCondition, readVerbFirst } from './readCondition.ts';

const LEAD =
  /^(?:and|but|so|then|next|first|firstly|second|secondly|third|thirdly|finally|lastly|last|afterwards?|after (?:that|this)|later|to (?:begin|start) with|at the end|(?:it )?(?:starts?|begins?|ends?|finish(?:es)?) with(?=\s["“„«‘])|zuerst|zunächst|danach|dann|anschließend|schließlich|puis|ensuite|enfin|d'abord|luego|después|primero|finalmente|则|就|那么|首先|然后|接着|最后|まず|次に|その後|最後に)(?![\p{Script=Latin}])[\s,:，、]*/iu;
/** "After tagging, …" only repeats where in the process we are. */
const REMINDER = /^(?:after|once|when)\s+(?:\p{L}+ing|(?:that|this|it)\s+is\s+\p{L}+)$/iu;
/** Words that a question begins with. */
const ASKING = /^(?:is|are|was|were|does|do|did|has|have|can|could|will|should|which|who|what|how)\b/i;
const THEN =
  /,?\s*(?:\band\s+)?(?:\bthen\b|\bafter that\b|\bfollowed by\b|\bafterwards\b|\bfinally\b|\bdann\b|\bdanach\b|\bpuis\b|\bluego\b),?\s*/i;
const ELSE =
  /^(?:otherwise|or else|else|if not\b|if no\b|on no\b|no\b(?=\s*(?:[:,→]|->))|ansonsten|sonst|andernfalls|wenn nicht(?=,|$)|nein\b(?=\s*(?:[:,→]|->))|sinon|si no(?=,|$)|de lo contrario|en caso contrario|caso contrário|senão|altrimenti|否则|不然|そうでなければ|そうでない場合|違えば)(?!\p{Script=Latin})[\s,:，、は]*(?:->|→|then\b)?\s*/iu;
const YES =
  /^(?:if so|if yes|on yes|in that case|in this case|yes(?=\s*(?:[:,→]|->))|ja(?=\s*(?:[:,→]|->))|oui(?=\s*(?:[:,→]|->))|sí(?=\s*(?:[:,→]|->)))[\s,:]*(?:->|→|then\b)?\s*/i;

/** Reads phrases between commas, lines and full stops, one step each, with the conditions among them. */
export function readFragments(text: string): Statement[] {
  const reader = new FragmentReader();
  const lines = text.split('\n');
  const isList = lines.filter(isMarked).length >= 2;
  for (const line of isList ? lines : [text]) reader.read(line.replace(MARKS, ''), isList);
  return foldAlternatives(
    asAlternatives(
      reader.statements.filter((each) => !(each.kind === 'activity' && REMINDER.test(each.text))),
    ),
  );
}

const MARKS =
  /^\s*(?:(?:[-*•]|\(?\d{1,3}[.)]|step \d+\s*[:.-])\s+|[①-⑳]\s*|[一二三四五六七八九十]{1,2}、)/gimu;

/** "If a, x; if b, y; otherwise z" are alternatives: each is asked only when those before do not hold. */
function asAlternatives(statements: readonly Statement[]): Statement[] {
  const nested: Statement[] = [];
  for (const statement of statements.toReversed()) {
    const next = nested.at(-1);
    const isOpen =
      statement.kind === 'decision' && !statement.hasOtherwise && !/[?？]$/.test(statement.condition);
    if (isOpen && next?.kind === 'decision' && next.hasOtherwise)
      nested[nested.length - 1] = { ...statement, otherwise: [next], hasOtherwise: true };
    else nested.push(statement);
  }
  return nested.toReversed();
}

/** A condition within a line. */
const CONDITION = /\b(?:if|unless|otherwise|wenn|falls|sonst|sinon|si)\s/i;
/** "yes -> call". */
const ANSWER_ARROW = /(?<![\p{L}\p{N}])(yes|no|ja|nein|oui|non|sí)\s*(?:->|→|=>)\s*/giu;
/** "Within 30 days -> refund, otherwise -> reject". */
const CASE_ARROW =
  /^(?!if\b)([^,;>→]+?)\s*(?:->|→|=>)\s*([^,;>→]+?)[,;]?\s*(?:->|→|=>)?\s*((?:otherwise|else|sonst|sinon)\b.*)$/i;

/** The side of a decision that a phrase begins with, and what is done there. */
type Answer = { isYes: boolean; rest: string };

class FragmentReader {
  readonly statements: Statement[] = [];
  /** Decisions that an answer may belong to, the innermost last. */
  #open: Decision[] = [];
  #into: Statement[] = this.statements;

  read(text: string, isLine: boolean): void {
    const isStep =
      isLine &&
      !/[?？]/.test(text) &&
      readCondition(text) === null &&
      !ELSE.test(text) &&
      !CONDITION.test(text);
    for (const sentence of isStep ? [text] : splitSentences(text)) this.#readSentence(sentence, isLine);
  }

  #readSentence(written: string, isLine: boolean): void {
    const sentence = written.replace(ANSWER_ARROW, '$1: ').replace(CASE_ARROW, 'if $1, $2, $3');
    const answer = this.#answerIn(stripLead(sentence));
    if (answer === null) this.#into = this.statements;
    if (/[?？]$/.test(sentence)) this.#readQuestion(answer === null ? sentence : this.#take(answer));
    else if (isLine && answer === null && readCondition(sentence) === null && !ARROW.test(sentence))
      this.statements.push(...activity(sentence));
    else if (isOneCommand(fragmentsOf(sentence))) this.#into.push(...activity(sentence));
    else this.#readFragments(sentence);
  }

  /** "Alert, triage, is it severe?", or the question of an answer: "no: is it sunny?". */
  #readQuestion(sentence: string): void {
    const { earlier, asked } = questionIn(sentence);
    this.#into.push(...earlier.flatMap(stepsOf));
    this.#ask({ condition: asked, isNegated: false }, []);
  }

  #readFragments(sentence: string): void {
    const fragments = fragmentsOf(sentence);
    const hasAmounts = fragments.filter(isRange).length >= 2;
    const isConditional = conditionAt(fragments, 0) !== null;
    const lastElse = fragments.findLastIndex((fragment) => ELSE.test(stripLead(fragment)));
    let taken = 0;
    for (const [at, raw] of fragments.entries()) {
      const answer = this.#answerIn(stripLead(raw));
      const condition = answer === null ? conditionAt(fragments, at, hasAmounts) : null;
      if (answer !== null) this.#readAnswer(answer);
      else if (condition !== null) {
        if (condition.closed || at > lastElse || this.#into.length > 0) this.#into = this.statements;
        taken = condition.met.length;
        this.#readCondition(condition);
      } else {
        const isAlone = taken > 0 && at > lastElse && !isConditional && !/^(?:and|und|et|y)\b/i.test(raw);
        if (isAlone || this.#open.at(-1)?.isAmount === true) this.#into = this.statements;
        this.#into.push(...stepsOf(stripLead(raw)));
        taken += 1;
      }
    }
  }

  #readAnswer(answer: Answer): void {
    const rest = this.#take(answer);
    if (/[?？]$/.test(rest)) this.#readQuestion(rest);
    else this.#into.push(...stepsOf(rest));
  }

  #readCondition(condition: Condition): void {
    const { text, negated, met, closed } = condition;
    if (condition.isAmount) {
      this.#askAmount(condition);
      return;
    }
    const asked = { condition: text, isNegated: negated };
    const steps = met.flatMap(stepsOf);
    if (this.#takeOpposite(asked)) this.#into.push(...steps);
    else this.#ask(asked, steps);
    if (closed) this.#into = this.statements;
  }

  /** "Under 100 …, 100 to 1000 …": the next amount is asked when the one before is not the case. */
  #askAmount({ text, met }: Condition): void {
    const open = this.#open.at(-1);
    if (open?.isAmount) {
      open.hasOtherwise = true;
      this.#into = open.otherwise;
    }
    const decision = this.#ask({ condition: text, isNegated: false }, met.flatMap(stepsOf));
    decision.isAmount = true;
    delete decision.isLate;
    if (open?.isAmount) decision.isAlternative = true;
  }

  #ask({ condition, isNegated }: Asked, met: Statement[]): Decision {
    const isNested = /[?？]$/.test(condition) && this.#into !== this.statements;
    const decision: Decision = { ...newDecision({ condition, isNegated }, met), isLate: true };
    this.#into.push(decision);
    this.#open = isNested ? [...this.#open, decision] : [decision];
    this.#into = decision.met;
    return decision;
  }

  /** "If wrong, x, if right, y": the other side of the condition before. */
  #takeOpposite(asked: Asked): boolean {
    const open = this.#open.at(-1);
    if (
      open === undefined ||
      open.hasOtherwise ||
      this.statements.at(-1) !== open ||
      /[?？]$/.test(open.condition)
    )
      return false;
    if (compareConditions(open, asked) !== 'opposite') return false;
    open.hasOtherwise = true;
    this.#into = open.otherwise;
    return true;
  }

  #answerIn(fragment: string): Answer | null {
    if (this.#open.length === 0) return null;
    const no = ELSE.exec(fragment);
    if (no !== null) {
      const rest = fragment.slice(no[0].length);
      const denies =
        /^if not\b/i.test(fragment) &&
        !/^if not\s*[,:]/i.test(fragment) &&
        rest !== '' &&
        !isVerb(rest.split(' ')[0] ?? '');
      return denies ? null : { isYes: false, rest };
    }
    const yes = YES.exec(fragment);
    return yes === null ? null : { isYes: true, rest: fragment.slice(yes[0].length) };
  }

  /** Goes to the side that an answer is about, of the innermost question where that is still open; gives what is done. */
  #take({ isYes, rest }: Answer): string {
    while (this.#open.length > 1 && isTaken(this.#open.at(-1) as Decision, isYes)) this.#open.pop();
    const open = this.#open.at(-1) as Decision;
    const isMet = isYes !== (open.isNegated && !/[?？]$/.test(open.condition) && isYes);
    if (!isMet) open.hasOtherwise = true;
    this.#into = isMet ? open.met : open.otherwise;
    return rest;
  }
}

const isTaken = ({ met, otherwise }: Decision, isYes: boolean): boolean =>
  (isYes ? met : otherwise).length > 0;

/** "Mix flour, water and salt": one step with a list of things. */
function isOneCommand(fragments: readonly string[]): boolean {
  const [first = '', ...rest] = fragments;
  return (
    rest.length > 0 &&
    first.includes(' ') &&
    /^and\s/i.test(rest.at(-1) ?? '') === false &&
    isCommand(first) &&
    rest.every((each) => !isCommand(each.replace(/^and\s+/i, '')) && each.split(' ').length <= 3) &&
    / and /.test(rest.at(-1) ?? '')
  );
}

/** The condition of a phrase; German ones that begin with their verb need another phrase behind them. */
function conditionAt(fragments: readonly string[], at: number, hasAmounts = false): Condition | null {
  const fragment = stripLead(fragments[at] ?? '');
  const amount = hasAmounts ? readAmount(fragment) : null;
  if (amount !== null) return amount;
  const isFollowed = at === 0 && fragments.length > 1;
  return readCondition(fragment) ?? (isFollowed ? readVerbFirst(fragment) : null);
}

const isCommand = (fragment: string): boolean => isVerb(stripLead(fragment).split(' ')[0] ?? '');

/** The question at the end of a sentence, and the steps before it: "alert, triage, is it severe?". */
function questionIn(sentence: string): { earlier: string[]; asked: string } {
  const parts = splitOutside(sentence, ARROW);
  const listed = splitCommas(parts.at(-1) ?? sentence).map(stripLead);
  const asked = listed.at(-1) ?? sentence;
  // "Are size, colour and price right?" is one question.
  if (!ASKING.test(asked)) return { earlier: parts.slice(0, -1), asked: parts.at(-1) ?? sentence };
  return { earlier: [...parts.slice(0, -1), ...listed.slice(0, -1)], asked };
}

const fragmentsOf = (sentence: string): string[] =>
  splitOutside(sentence, ARROW)
    .flatMap((part) => splitOutside(part, THEN))
    .flatMap(splitCommas)
    .flatMap((part) => part.split(/(?<=\S)\s+(?=(?:otherwise|or else|else)\b)/i))
    .flatMap((part) => part.split(/(?<=\S)[\s,]+(?=(?:yes|no)\s*(?::|->|→))/i));

function stripLead(fragment: string): string {
  let text = fragment;
  for (;;) {
    const bare = text.replace(LEAD, '');
    if (bare === '' || bare === text) return text;
    text = bare;
  }
}

/** A clause as steps: "verify email and choose plan" is two when both sides are actions of their own. */
function stepsOf(text: string): Activity[] {
  const bare = stripLead(text.trim());
  const german = bare.split(/(?<=\S\s+\S+\s+\S+)\s+und\s+(?=\p{Ll}+t\s|\p{Ll}+t\.?$)/u);
  if (german.length > 1) return german.flatMap(activity);
  const sides = bare.split(/\s+and\s+(?:then\s+)?/i);
  const separate =
    sides.length > 1 &&
    sides.every((side, at) =>
      at === 0 ? side.includes(' ') || isVerb(side) : isVerb(side.split(' ')[0] ?? ''),
    );
  return (separate ? sides : [bare]).flatMap(activity);
}

function activity(written: string): Activity[] {
  const text = trimEndOf(
    stripLead(written.trim())
      .replace(/^(?:the\s+|a\s+|an\s+(?=[aeiou]))(?=\p{L})/iu, '')
      .replace(/^(?:we|you)\s+(?=\p{L})/iu, ''),
    '.!。',
  );
  return text === '' ? [] : [{ kind: 'activity', text, actor: null, task: text }];
}
