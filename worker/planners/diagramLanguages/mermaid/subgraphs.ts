/** A line that begins a subgraph, with what names it. */
const SUBGRAPH = /^(\s*subgraph[^\S\n]+)(\S.*)$/;
/** A comment behind a statement, which Mermaid only reads on a line of its own. */
const COMMENT = /\s%%.*$/;
/** An id with a title in brackets: `shop [Web shop]`. Round and curly ones stand right behind the id. */
const TITLED = /^([^"[\](){}]*)(?:\[(.+)\]|(?<!\s)\((.+)\)|(?<!\s)\{(.+)\})$/;
/** A square bracket without an end. */
const UNCLOSED = /\[[^\]]*$/;
/** Characters that Mermaid refuses or misreads in a title without quotes, or within quotes. */
const SPECIAL = /["[\](){}|/\\]/;
/** Markdown in backticks and quotes is read as it is. */
const MARKDOWN = /^"`[^`]*`"$/;

/**
 * A line that begins a subgraph, with a title that Mermaid reads: people and models write `shop [Web "shop"]`, which it
 * refuses, and then the whole section is lost. Other lines stay.
 */
export function quoteSubgraphTitle(line: string): string {
  const [, begin, written] = SUBGRAPH.exec(line) ?? [];
  if (begin === undefined || written === undefined) return line;
  const name = written.replace(COMMENT, '').trimEnd().replace(UNCLOSED, '$&]');
  const [, before = '', square, round, curly] = TITLED.exec(name) ?? [];
  const [id, title] = [before.trim(), square ?? round ?? curly];
  if (MARKDOWN.test(title ?? name)) return line;
  const text = withoutQuotes((title ?? name).trim());
  const isPlain = name === written && !SPECIAL.test(text);
  if (isPlain && (title === undefined || (square !== undefined && id !== ''))) return line;
  return begin + (title === undefined || id === '' ? quoted(text) : `${id}[${quoted(text)}]`);
}

const withoutQuotes = (title: string): string => title.replace(/^"(.*)"$/, '$1');

const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`;
