import { findTemplate } from '../boards/find.ts';
import { causesTemplate } from '../boards/planning.ts';
import { type Kind, kindNames } from '../instruction/kinds.ts';
import { splitOpening } from '../instruction/opening.ts';
import { titleOf } from '../instruction/title.ts';
import { directionIn } from '../instruction/wishes.ts';
import type { PlanBuilder } from '../plan/planBuilder.ts';
import { hasCases } from '../process/fragments/cases.ts';
import { depthOf } from '../text/item.ts';
import { isMarked, parseOutline } from '../text/outline.ts';
import { HAS_GROUPS } from '../text/relations.ts';
import { sectionsOf } from '../text/sections.ts';
import { splitCommas } from '../text/split.ts';
import { isConversation } from './arrows/conversation.ts';
import { withArrows, withLines } from './arrows/plainWords.ts';
import { type Statement, statementsOf } from './arrows/statements.ts';
import { drawRelations } from './drawRelations.ts';
import type { RelationGraph, Thing } from './graph/relationGraph.ts';
import { type RelationKind, relationKindEnd, relationKindOf } from './graph/relationKinds.ts';
import { lastVersion } from './opening.ts';
import { type Content, readContent } from './readContent.ts';
import { readOpening } from './readOpening.ts';
import { betweenIn } from './words/between.ts';
import { readSentence } from './words/clauses.ts';
import { CARDINALITY } from './words/fields.ts';
import { areTransitions } from './words/transitions.ts';

/** Kinds whose arrows mean something else than a relation of two things. */
const otherKinds = new Set<Kind>(['kanban', 'board', 'lanes', 'journey', 'orgchart', 'mindmap']);
const CONDITION = /^(?:if|unless|otherwise|else|when|in case|wenn|falls|sonst|si|sinon)\s+\S/i;
const OTHER_CASE = /^(?:otherwise|else|sonst|sinon)$/i;
/** A text with more words around its arrows than this, for each arrow, is prose that mentions some. */
const mostWordsForArrow = 30;
/** Where there are more words than this at each end of an arrow, in the mean, they are prose too, if no list. */
const mostWordsForEnd = 14;
const mostWordsInList = 4;
/** Longest text whose sentences are read, in words: reading a clause takes a millisecond, and 200 relations are a canvas. */
const mostWordsOfSentences = 800;

/** Reads things and the relations between them: arrows of all kinds, and sentences such as "A depends on B". */
export function readRelations(written: string): PlanBuilder | null {
  const text = lastVersion(written);
  if (hasCases(text)) return null;
  return (
    readArrows(text) ??
    readArrows(withArrows(text) ?? '') ??
    readArrows(withLines(text, relationKindOf(text) === 'system') ?? '') ??
    readSentences(text)
  );
}

function readArrows(text: string): PlanBuilder | null {
  const statements = statementsOf(text);
  if (!isAboutArrows(statements)) return null;
  const { title, kind: named, head, rest } = readOpening(statements);
  const chains = rest.filter((statement) => statement.kind === 'chain');
  const kind = relationKindOf(head) ?? (isConversation(chains) ? 'sequence' : null);
  if (kind === null && named !== null && otherKinds.has(named)) return null;
  const { graph, heading, notes, warnings } = readContent(rest, kind);
  if (graph.relations.length === 0) return null;
  return drawRelations({
    title: title || heading,
    kind,
    direction: directionIn(head),
    graph,
    notes,
    warnings,
  });
}

function readSentences(text: string): PlanBuilder | null {
  if (wordsIn([text]) > mostWordsOfSentences) return null;
  const { head, body: listed } = namedText(text);
  const statements = statementsOf(
    betweenIn(listed) === null ? listed.replace(/^\s*(?:between|among)\s+/i, '') : listed,
  );
  const kind = relationKindOf(head) ?? (areEntities(statements) ? 'entity' : null);
  if (statements.length === 0 || statements.some((each) => each.kind === 'chain') || isNested(listed))
    return null;
  if (kind === null && !mayRelate(text) && !areTransitions(textsOf(statements))) return null;
  const content = readContent(statements, kind);
  if (!(kind === null ? isClear(content, text) : isMostlyRead(content, kind, statements.length))) return null;
  const isSpoken = kind === null && REPLY.test(text);
  return isSpoken
    ? drawSentences(head, 'sequence', readContent(statements, 'sequence'))
    : drawSentences(head, kind, content);
}

function drawSentences(head: string, kind: RelationKind | null, content: Content): PlanBuilder {
  const { graph, heading, notes, warnings, understood } = content;
  const { clauses, transitions } = understood;
  const drawnAs = kind ?? (transitions > 0 && transitions === clauses ? 'state' : null);
  const title = titleOf(head) || heading;
  return drawRelations({ title, kind: drawnAs, direction: directionIn(head), graph, notes, warnings });
}

/** Who replies speaks with somebody. */
const REPLY =
  /\b(?:repl(?:y|ies)|responds?|answers?|antwortet|antworten|responde[n]?|contesta[n]?)\b|\bréponde?(?:nt)?\b/iu;
/** A request that says nothing of the diagram: "make a diagram where". */
const ASKED =
  /^(?:please\s+)?(?:draw|make|create|show|sketch)\s+(?:me\s+)?(?:an?\s+)?(?:diagram|chart|graph|picture|drawing)\s*(?:where|in which|showing(?: that| how)?|that shows(?: that| how)?)\s+/i;
/** "Relations between a, b and c:" */
const LISTED = /^\s*([^:：.;!?\n]{2,160}?)\s*[:：]\s+(?=\S)/;
const NAME = /^\s*([^:：,;.!?\n]{2,100}?)\s*[:：]\s+(?=\S)/;

/** What a text calls its diagram, and what follows: also words before a colon that name no kind. */
function namedText(text: string): { head: string; body: string } {
  const asked = ASKED.exec(text)?.[0] ?? '';
  const untitled = { head: '', body: text.slice(asked.length) };
  if (FIELDS.test(splitCommas(text.slice(0, 400))[0] ?? '')) return untitled;
  const [whole = '', head = ''] =
    NAME.exec(text) ??
    (relationKindOf(LISTED.exec(text)?.[0] ?? '') === null ? [] : (LISTED.exec(text) ?? []));
  if (head !== '' && sectionsOf(text).sections.length < 2) return { head, body: text.slice(whole.length) };
  const opening = splitOpening(text, relationKindEnd);
  return asked !== '' || tells(opening.head) ? untitled : opening;
}

/** Whether words before content are a sentence that mentions a kind: "The operator sends it to the network". */
function tells(head: string): boolean {
  const [clause] = readSentence(head).clauses;
  return (
    clause?.verb.form === 'third' && clause.subjects.every((subject) => relationKindOf(subject) === null)
  );
}

/** Whether sentences without a name relate things, and little else. */
function isClear({ graph, notes, understood }: Content, text: string): boolean {
  const { clauses, transitions, named, rest, ranks, leaders } = understood;
  if (leaders > 0 && ranks === clauses) return false;
  const parts = graph.things.filter(({ parent }) => parent !== null).length;
  const count = graph.relations.length + parts;
  if (count < (parts > 0 ? 1 : 2) || notes.length > 0 || rest > 0.25 * clauses) return false;
  if (graph.things.some((thing) => NO_NAME.test(thing.text))) return false;
  const isShort = wordsIn([text]) <= mostWordsForRelation * count;
  return (
    transitions === clauses ||
    (isShort && !WHEN.test(text) && (named === clauses || parts === count || isWoven(graph)))
  );
}

/** A speaker, or a number of things: "400 add to cart". */
const NO_NAME = /^(?:I|you|he|she|it|this|that|there|someone|somebody|ich|du|je|tu|yo|\d+)$/iu;
/** Where there are more words than this for each relation, a text is prose. */
const mostWordsForRelation = 10;
/** Words that say when something is done, as in a process. */
const WHEN = /\b(?:after|when|whenever|once|until|as soon as)\b/i;

/** Whether things recur: most relations share one, and something acts that is acted on, or is acted on by several. */
function isWoven({ things, relations }: RelationGraph): boolean {
  const held = new Set(things.flatMap((thing) => (thing.parent === null ? [] : [thing, thing.parent])));
  const entered = Map.groupBy(relations, ({ to }) => to);
  const left = Map.groupBy(relations, ({ from }) => from);
  const degree = (thing: Thing) =>
    (entered.get(thing)?.length ?? 0) + (left.get(thing)?.length ?? 0) + (held.has(thing) ? 1 : 0);
  const shared = relations.filter(({ from, to }) => degree(from) + degree(to) > 2);
  return (
    shared.length >= 0.75 * relations.length &&
    things.some((thing) => entered.has(thing) && (left.has(thing) || degree(thing) > 1))
  );
}

/** Whether most sentences of a diagram that has a name tell of its things. */
const isMostlyRead = ({ graph, notes }: Content, kind: RelationKind, count: number): boolean =>
  graph.things.length > 1 && notes.length <= count / 2 && (kind !== 'sequence' || graph.relations.length > 0);

const HAVE = /\s(?:has|have|belongs?|contains?|consists?|refers?)\s/i;
const OF_EACH = /^(?:an?|the|each|every|one|many)\s/i;
const MANY = /\s(?:one or more|zero or more|at least one|many|several|multiple|up to \S+)\s/i;

const textsOf = (statements: readonly Statement[]): string[] =>
  statements.flatMap((each) => (each.kind === 'plain' ? [each.text] : []));

const FIELDS = /^[\p{L}\p{N}_ ]{1,40}\([^()]*,[^()]*\)$/u;

/** "users(id, name), orders(id, total)", or "A customer has many orders. Each order …": mostly what belongs to what. */
function areEntities(statements: readonly Statement[]): boolean {
  const texts = textsOf(statements);
  const told = texts.filter((text) => !splitCommas(text).every((part) => FIELDS.test(part)));
  const isDeclared = texts.length > told.length;
  if (texts.length < 1 || texts.length !== statements.length) return false;
  const counts = texts.flatMap(splitCommas).map((text) => CARDINALITY.exec(text)?.[2]);
  if (counts.some((count) => /[nm*]/i.test(count ?? '')) && !counts.includes(undefined)) return true;
  if (!told.every((text) => OF_EACH.test(text) && readSentence(text).clauses.length > 0)) return false;
  return (
    (isDeclared && (told.length > 0 || texts.some((text) => /[(,\s_]id\s*[,)]/i.test(text)))) ||
    (told.length > 1 &&
      told.filter((text) => HAVE.test(text)).length * 2 >= told.length &&
      told.some((text) => MANY.test(text)))
  );
}

/** Whether a text is an outline, whose lines stand below one another. */
const isNested = (text: string): boolean => isMarked(text) && depthOf(parseOutline(text)) > 1;

/** Words of a process, of a list, or of another diagram. */
const OTHERWISE =
  /\bfirst(?=,|\s(?:the|an?|you|we|i|they)\s)|\b(?:if|otherwise|unless|finally|afterwards|at the same time|in parallel|depending on|meanwhile|circles?|boxes|squares?|triangles?|sticky)\b|^\s*(?:[-*•]|\d+[.)])\s|[?？]/im;

/** The same in German, French and Spanish. */
const OTHERWISE_ABROAD =
  /(?<!\p{L})(?:wenn|falls|sobald|sonst|danach|anschließend|zuerst|sinon|lorsque|quand|ensuite|d['’]abord|si no|cuando|luego|después|primero)(?!\p{L})|(?:^|[.;,!]\s+)si\s/iu;

const mayRelate = (text: string): boolean =>
  !OTHERWISE.test(text) &&
  !OTHERWISE_ABROAD.test(text) &&
  !HAS_GROUPS.test(text) &&
  [null, causesTemplate].includes(findTemplate(text.slice(0, 120))) &&
  !kindNames.some(
    ({ kind, pattern, weight }) => kind !== 'flow' && weight > 5 && pattern.test(text.slice(0, 120)),
  );

function isAboutArrows(statements: readonly Statement[]): boolean {
  const chains = statements.filter((statement) => statement.kind === 'chain');
  const plain = statements.filter((statement) => statement.kind === 'plain');
  const ends = chains.reduce((sum, { groups }) => sum + groups.length, 0);
  const names = chains.flatMap(({ groups }) => groups.flat());
  const arrows = chains.reduce((sum, chain) => sum + chain.arrows.length, 0);
  const lines = plain.filter(({ isLine }) => isLine).length;
  return (
    arrows > 0 &&
    (lines <= 2 || lines <= 2 * chains.length) &&
    wordsIn(plain.map(({ text }) => text)) <= mostWordsForArrow * arrows &&
    (wordsIn(names) <= mostWordsForEnd * ends || wordsIn(names) <= mostWordsInList * names.length) &&
    !isConditional([
      ...names,
      ...plain.map(({ text }) => text),
      ...chains.flatMap(({ prefix }) => prefix ?? []),
    ])
  );
}

/** Whether texts have conditions, or the other case of one that is no question. */
function isConditional(texts: readonly string[]): boolean {
  const isAsked = texts.some((text) => /[?？]/.test(text));
  return texts.some((text) => CONDITION.test(text) || (!isAsked && OTHER_CASE.test(text)));
}

const wordsIn = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
