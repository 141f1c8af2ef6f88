import { findTemplate } from '../boards/find.ts';
import { type Kind, kindNames } from '../instruction/kinds.ts';
import { titleOf } from '../instruction/title.ts';
import { isAnswer } from './arrows/names.ts';
import type { Chain, Statement } from './arrows/statements.ts';
import { relationKindOf } from './graph/relationKinds.ts';
import { isLeadIn } from './opening.ts';

/** What a text says before its content: its title, '' without one, and the kind of diagram that it names. */
export type Opened = {
  title: string;
  kind: Kind | null /** The words before the content. */;
  head: string;
  rest: readonly Statement[];
};

/** Longest line that may be a title, in characters. */
const longestTitle = 70;

/** Takes the title, and what only leads to the content, from the statements of a text. */
export function readOpening(statements: readonly Statement[]): Opened {
  const [first, ...others] = statements;
  if (first === undefined) return { title: '', kind: null, head: '', rest: [] };
  const { head, rest } =
    first.kind === 'chain' ? beforeChain(first, others) : beforeList(first.text, first.isLine, others);
  if (head === null) return { title: '', kind: kindOf(leadOf(statements)), head: '', rest: [...statements] };
  const title = titleOf(head);
  if (title !== '' || rest.length === 0) return { title, kind: kindOf(head), head, rest };
  const next = readOpening(rest);
  return { ...next, kind: next.kind ?? kindOf(head), head: `${head} ${next.head}` };
}

type Headed = { head: string | null; rest: readonly Statement[] };

/** "Release: build -> test" has a title; where each of several arrows has a name, it is a label. */
function beforeChain(chain: Chain, others: readonly Statement[]): Headed {
  const { prefix, groups } = chain;
  if (prefix !== null) {
    const isOneOfMany = others.some(
      (other) => other.kind === 'chain' && other.prefix !== null && !isAnswer(other.prefix),
    );
    return isOneOfMany
      ? { head: null, rest: [] }
      : { head: prefix, rest: [{ ...chain, prefix: null }, ...others] };
  }
  const [name = '', ...names] = groups[0] ?? [];
  const drawn = name.replace(DRAW, '');
  if (drawn !== name)
    return { head: '', rest: [{ ...chain, groups: [[drawn, ...names], ...groups.slice(1)] }, ...others] };
  const end = names.length === 0 ? nameEnd(name) : null;
  if (end === null) return { head: null, rest: [] };
  const bare = name
    .slice(end)
    .replace(/^\s*(?:diagram|chart)?\s*(?:with|from|of|for|showing|where)?\s+/i, '');
  if (bare.trim() === '' || bare === name.slice(end)) return { head: null, rest: [] };
  return { head: name.slice(0, end), rest: [{ ...chain, groups: [[bare], ...groups.slice(1)] }, ...others] };
}

/** A line of its own, or what stands before the first colon of a sentence that names a diagram. */
function beforeList(text: string, isLine: boolean, others: readonly Statement[]): Headed {
  const [, head, list] = /^([^:：\n]{1,160})[:：](?:\s+(.*))?$/s.exec(text) ?? [];
  if (head !== undefined && (list === undefined || list === '')) return { head, rest: others };
  if (head !== undefined && list !== undefined)
    return kindOf(head) === null && relationKindOf(head) === null
      ? { head: null, rest: [] }
      : { head, rest: [{ kind: 'plain', text: list, isLine: false }, ...others] };
  const isTitle =
    isLine &&
    !/[?？]$/.test(text) &&
    text.length <= longestTitle &&
    others.length > 0 &&
    others[0]?.kind === 'chain';
  return isTitle ||
    isLeadIn(text) ||
    (text.length <= longestTitle && (kindOf(text) !== null || relationKindOf(text) !== null))
    ? { head: text, rest: others }
    : { head: null, rest: [] };
}

/** The kind of diagram that words name, or null. */
function kindOf(words: string): Kind | null {
  const named = kindNames
    .filter(({ weight, pattern }) => weight >= 6 && pattern.test(words))
    .sort((a, b) => b.weight - a.weight)[0];
  return named?.kind ?? (findTemplate(words) === null ? null : 'board');
}

/** Words of a first sentence in which the name of a diagram may stand. */
const leadOf = ([first]: readonly Statement[]): string =>
  first?.kind === 'plain' ? first.text.slice(0, 120) : '';

const DRAW =
  /^(?:(?:please|pls|can you|could you|hey|hi)[\s,]+){0,3}(?:draw|sketch|visuali[sz]e|diagram)\s+(?:me\s+)?(?=\S)/i;
const SETUP =
  /^(?:(?:draw|show|make|create|sketch)\s+)?(?:\S+\s+){0,3}?(?:setup|set-up|stack|infrastructure|system|diagram|chart|architecture|pipeline|network|flow ?chart)(?=\s+(?:with|from|of|for|showing|where)\s)/i;

/** Where the name of a diagram ends before the first name: "AWS setup with CloudFront". */
function nameEnd(name: string): number | null {
  return SETUP.exec(name.slice(0, 100))?.[0].length ?? null;
}
