import { betweenIn } from '../words/between.ts';
import { type Arrow, type Token, tokenize } from './tokens.ts';

/** Names from which an arrow leads, or to which; several are a fan. */
export type Group = readonly string[];
/** `label: A, B -> C -> D: message`. There is one arrow less than there are groups. */
export type Chain = {
  kind: 'chain';
  prefix: string | null;
  groups: readonly Group[];
  arrows: readonly Arrow[];
  message: string | null;
};
/** A line or a sentence without arrows. */
export type Plain = {
  kind: 'plain';
  text: string /** Whether nothing else stands on its line. */;
  isLine: boolean;
};
export type Statement = Chain | Plain;

/** The statements of a text: chains of arrows as parts, all else as it was typed. */
export function statementsOf(text: string): Statement[] {
  return sentencesOf(tokenize(text)).flatMap(({ tokens, isLine }) =>
    partsOf(text, tokens).flatMap((part) => readStatement(text, part, isLine)),
  );
}

type Sentence = { tokens: Token[]; isLine: boolean };

/** Tokens between ends of sentences and lines. An arrow at a line's begin or end continues across the line. */
function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  const isScript = isOneArrowALine(tokens);
  let current: Token[] = [];
  let afterLine = true;
  const close = (atLine: boolean) => {
    if (current.some(({ kind }) => kind === 'text'))
      sentences.push({ tokens: current, isLine: afterLine && atLine });
    current = [];
    afterLine = atLine;
  };
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'end' && isScript && hasMessage(current)) continue;
    if (token.kind === 'end') close(false);
    else if (token.kind !== 'line') current.push(token);
    else if (!isContinued(tokens, at)) close(true);
  }
  close(true);
  return sentences;
}

/** Whether each line has one arrow: a message at its end may have several sentences. */
function isOneArrowALine(tokens: readonly Token[]): boolean {
  const lines = splitAt(tokens, 'line');
  return lines.length > 1 && lines.every((line) => line.filter(({ kind }) => kind === 'arrow').length === 1);
}

function isContinued(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  let next = at + 1;
  while (tokens[next]?.kind === 'line') next += 1;
  return before?.kind === 'arrow' || (tokens[next]?.kind === 'arrow' && before !== undefined);
}

const hasArrow = (tokens: readonly Token[]): boolean => tokens.some(({ kind }) => kind === 'arrow');

/** "A -> B: x, y, C -> D" is two statements; "A -> B, C" and "A, B -> C" are one. */
function partsOf(text: string, tokens: readonly Token[]): Token[][] {
  if (!hasArrow(tokens)) return [[...tokens]];
  const pieces = splitAt(tokens, 'comma');
  const areAllChains = pieces.every(hasArrow);
  const names = new Set(
    pieces
      .filter(hasArrow)
      .flatMap((piece) => splitAt(piece, 'arrow').flatMap((part) => sliceOf(text, part) ?? [])),
  );
  const isClause = (piece: readonly Token[]) =>
    !hasArrow(piece) && tellsAlso(sliceOf(text, piece) ?? '', names);
  const isBetween = (piece: readonly Token[]) =>
    !hasArrow(piece) && betweenIn(sliceOf(text, piece) ?? '') !== null;
  const parts: Token[][] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    const isNew =
      last === undefined ||
      [piece, last].some((each) => isBetween(each) || isClause(each)) ||
      (hasArrow(piece) && (areAllChains || hasMessage(last) || (hasArrow(last) && hasPrefix(piece))));
    if (isNew) parts.push([...piece]);
    else last.push({ kind: 'comma', from: last.at(-1)?.to ?? 0, to: piece[0]?.from ?? 0 }, ...piece);
  }
  return parts;
}

/** "API also uses Redis": a sentence about a name of the chain before it. */
function tellsAlso(piece: string, names: ReadonlySet<string>): boolean {
  const [, subject = ''] = /^(?:the\s+)?(\S.{0,40}?)\s+also\s+\S/i.exec(piece) ?? [];
  return subject !== '' && [...names].some((name) => name.toLowerCase() === subject.toLowerCase());
}

function hasMessage(tokens: readonly Token[]): boolean {
  const arrow = tokens.findLastIndex(({ kind }) => kind === 'arrow');
  return arrow !== -1 && tokens.findLastIndex(({ kind }) => kind === 'colon') > arrow;
}

function hasPrefix(tokens: readonly Token[]): boolean {
  const colon = tokens.findIndex(({ kind }) => kind === 'colon');
  return colon !== -1 && colon < tokens.findIndex(({ kind }) => kind === 'arrow');
}

function splitAt(tokens: readonly Token[], kind: Token['kind']): Token[][] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === kind) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces.filter((piece) => piece.length > 0);
}

function readStatement(text: string, tokens: readonly Token[], isLine: boolean): Statement[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (!hasArrow(tokens)) return [{ kind: 'plain', text: text.slice(first.from, last.to).trim(), isLine }];
  const segments: Token[][] = [[]];
  const arrows: Arrow[] = [];
  for (const token of tokens) {
    if (token.kind === 'arrow') {
      arrows.push(token);
      segments.push([]);
    } else segments.at(-1)?.push(token);
  }
  const { head, prefix, message } = aroundOf(text, segments);
  const groups = segments.map((segment) => namesOf(text, segment));
  const chain: Chain = { kind: 'chain', prefix, groups, arrows, message };
  return head === null ? [chain] : [{ kind: 'plain', text: `${head}:`, isLine: true }, chain];
}

/** `head: prefix: A -> B: message` */
type Around = { head: string | null; prefix: string | null; message: string | null };

/** Takes what stands before and behind colons at both ends of a chain from it. A colon within it is part of a name. */
function aroundOf(text: string, segments: Token[][]): Around {
  const [first = [], last = []] = [segments[0], segments.at(-1)];
  const colonIn = (segment: readonly Token[]) => segment.findIndex(({ kind }) => kind === 'colon');
  const isInNames = segments.slice(1, -1).some((segment) => colonIn(segment) !== -1);
  if (isInNames) return { head: null, prefix: null, message: null };
  const before = first.findLastIndex(({ kind }) => kind === 'colon');
  const prefix = before <= 0 ? [] : first.splice(0, before + 1).slice(0, -1);
  const inner = prefix.findLastIndex(({ kind }) => kind === 'colon');
  const tail = colonIn(last);
  return {
    head: inner === -1 ? null : sliceOf(text, prefix.slice(0, inner)),
    prefix: sliceOf(text, prefix.slice(inner + 1)),
    message: tail <= 0 ? null : sliceOf(text, last.splice(tail).slice(1)),
  };
}

function sliceOf(text: string, tokens: readonly Token[]): string | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const slice = first === undefined || last === undefined ? '' : text.slice(first.from, last.to).trim();
  return slice === '' ? null : slice;
}

/** The names between commas: "A, B and C"; "(A, B)" is a group of its own. */
function namesOf(text: string, tokens: readonly Token[]): string[] {
  const pieces = splitAt(tokens, 'comma').flatMap((piece) => sliceOf(text, piece) ?? []);
  const [only, ...others] = pieces;
  const inBrackets =
    others.length === 0 ? /^[([{（](.*[,，、].*)[)\]}）]$/s.exec(only ?? '')?.[1] : undefined;
  const names = inBrackets === undefined ? pieces : inBrackets.split(/[,，、]/).map((name) => name.trim());
  const last = names.pop();
  if (last === undefined) return [];
  const bare = names.length === 0 ? last : last.replace(/^(?:and|or|und|oder|et|ou|y|e)\s+/i, '');
  const sides = names.length === 0 || bare !== last ? [bare] : bare.split(/\s+(?:and|und|et|y)\s+/i);
  return [...names, ...sides].filter((name) => name !== '');
}
