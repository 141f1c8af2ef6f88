import type { RuledOutTerm } from './glossaryTerms.ts';

/** One use of a term that the glossary rules out. */
export type Finding = {
  file: string;
  line: number;
  /** The words as they stand there, in lower case. */
  found: string;
  /** Which term it is: its `words`. */
  term: string;
  /** What to write instead. */
  use: string;
};

/** Finds ruled-out terms in a file's text: in prose, also across line breaks, and in the words of identifiers. */
export function findRuledOutTerms(file: string, text: string, terms: readonly RuledOutTerm[]): Finding[] {
  const words = splitWords(text);
  return terms
    .filter(({ except }) => !except?.test(file))
    .flatMap(({ words: term, use }) => {
      const pattern = new RegExp(`\\b(?:${term.replaceAll(' ', '\\s+')})\\b`, 'g');
      return Array.from(words.matchAll(pattern), (match) => ({
        ...{ file, term, use },
        line: words.slice(0, match.index).split('\n').length,
        found: match[0].replace(/\s+/g, ' '),
      }));
    })
    .toSorted((a, b) => a.line - b.line);
}

/** The words of a text in lower case. Line breaks stay; the marks of comments at the beginning of a line go. */
function splitWords(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .replace(/^[ \t]*(?:\/\*\*?|\*|\/\/\/?|#+|>)[ \t]*/gm, '')
    .toLowerCase();
}
