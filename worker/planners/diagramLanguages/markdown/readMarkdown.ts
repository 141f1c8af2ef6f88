import { Lexer, type Token, type Tokens } from 'marked';
import type { CompletePlan } from '../../completePlan.ts';
import { tablePlan } from '../data/table.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { labelText } from '../plan/labelText.ts';
import { mindmapPlan, type Topic } from '../plan/outline.ts';
import type { DiagramSource } from '../source/diagramSource.ts';

/** A table is a comparison, a list of tasks a board, and headings with lists a mind map. */
export function readMarkdown({ text }: DiagramSource): CompletePlan | null {
  // Blocks only: Marked takes the square of a line's length for the marks within it.
  const tokens = new Lexer().blockTokens(text);
  const headings = tokens.filter((token) => token.type === 'heading');
  const table = tokens.find((token): token is Tokens.Table => token.type === 'table');
  if (table !== undefined && headings.length < 2) return tableOf(table, headings[0]);
  const tasks = tokens.flatMap((token) => (token.type === 'list' ? tasksOf(token as Tokens.List) : []));
  if (tasks.length > 0 && headings.length < 2) return taskBoard(tasks, textOf(headings[0]) || 'Tasks');
  if (tasks.length > 0 && tasks.length === listItems(tokens)) return sectionBoard(sections(tokens));
  return mindmapPlan(sections(tokens), 'Overview');
}

function tableOf({ header, rows }: Tokens.Table, heading: Token | undefined): CompletePlan | null {
  const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => labelText(plain(cell.text)));
  return tablePlan(textOf(heading) || 'Table', { header: cells(header), rows: rows.map(cells) });
}

type Task = { text: string; done: boolean };

function tasksOf({ items }: Tokens.List): Task[] {
  return items.flatMap((item) => [
    ...(item.task ? [{ text: itemText(item), done: item.checked === true }] : []),
    ...item.tokens.flatMap((token) => (token.type === 'list' ? tasksOf(token as Tokens.List) : [])),
  ]);
}

function taskBoard(tasks: readonly Task[], title: string): CompletePlan | null {
  const builder = new DiagramBuilder(title, 'kanban');
  builder.frame('to do', 'To do');
  builder.frame('done', 'Done');
  for (const [at, { text, done }] of tasks.entries()) {
    const options = {
      shape: 'sticky',
      color: done ? 'green' : 'yellow',
      parent: done ? 'done' : 'to do',
    } as const;
    builder.node(`task ${at}`, text, options);
  }
  return builder.finish();
}

/** How many items the lists have, without those of lists within them. */
const listItems = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, token) => sum + (token.type === 'list' ? (token as Tokens.List).items.length : 0), 0);

/** Tasks below headings: a column for each heading. A heading above the others is the title. */
function sectionBoard(topics: readonly Topic[]): CompletePlan | null {
  const [only, ...others] = topics;
  const hasTitle = only !== undefined && others.length === 0;
  const builder = new DiagramBuilder(hasTitle ? only.text : 'Tasks', 'kanban');
  for (const [at, { text, children }] of (hasTitle ? only.children : topics).entries()) {
    const column = `column ${at}`;
    builder.frame(column, text);
    for (const [place, card] of children.entries())
      builder.node(`${column} ${place}`, card.text, { shape: 'sticky', color: 'yellow', parent: column });
  }
  return builder.finish();
}

/** Headings as topics by their level, with the lists and paragraphs below them. */
function sections(tokens: readonly Token[]): Topic[] {
  const top: Topic = { text: '', children: [] };
  const open: { level: number; topic: Topic }[] = [{ level: 0, topic: top }];
  for (const token of tokens) {
    if (token.type === 'heading') {
      const { depth } = token as Tokens.Heading;
      while ((open.at(-1)?.level ?? 0) >= depth) open.pop();
      const topic = { text: textOf(token), children: [] };
      open.at(-1)?.topic.children.push(topic);
      open.push({ level: depth, topic });
    } else open.at(-1)?.topic.children.push(...contentOf(token));
  }
  return top.children;
}

function contentOf(token: Token): Topic[] {
  if (token.type === 'list') return (token as Tokens.List).items.map(topicOf);
  if (token.type === 'table')
    return (token as Tokens.Table).rows.map((row) => ({
      text: row.map((cell) => labelText(plain(cell.text))).join(' – '),
      children: [],
    }));
  const text =
    token.type === 'paragraph' || token.type === 'blockquote' || token.type === 'code' ? textOf(token) : '';
  return text === '' ? [] : [{ text, children: [] }];
}

function topicOf(item: Tokens.ListItem): Topic {
  const below = item.tokens.filter((token) => token.type === 'list').flatMap(contentOf);
  return { text: `${item.checked === true ? '✓ ' : ''}${itemText(item)}`, children: below };
}

/** The text of an item without the lists below it. */
function itemText(item: Tokens.ListItem): string {
  const own = item.tokens.filter((token) => token.type !== 'list' && token.type !== 'checkbox');
  return own
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n');
}

function textOf(token: Token | undefined): string {
  return token !== undefined && 'text' in token ? labelText(plain(String(token.text))) : '';
}

/** Inline Markdown as plain text: no emphasis, code marks or link targets. */
function plain(text: string): string {
  return text
    .replace(/(\*\*|__|~~)(?=\S)([^\n]{1,400}?)\1/g, '$2')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/!?\[([^[\]\n]+)\]\([^()\n]*\)/g, '$1')
    .replace(/(?<![\w*])\*([^*\n]+)\*(?![\w*])/g, '$1');
}
