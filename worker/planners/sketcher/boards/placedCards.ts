/** A card, and the column that its end names. */
export type PlacedCard = { card: string; column: string };

/** Most words of the name of a column. */
const MOST_WORDS = 4;
const BEFORE_NAME = /^(?:in|into|under|at|auf|unter|dans|en)$/i;
const ARTICLE = /^(?:the|die|den|das|der|dem|la|le|el)$/i;
const IN_BRACKETS = /^(\S.*\S|\S)\s*[([]([^()[\]]{2,30})[)\]]$/s;
const COLUMN = /\s+(?:column|list|lane|Spalte|Liste|colonne|columna)$/i;

/** "Write docs in Doing", "fix bug (to do)": a card with its column; null where its end names none. */
export function placedCard(text: string, isColumn: (name: string) => boolean): PlacedCard | null {
  const [, inside, bracket = ''] = IN_BRACKETS.exec(text) ?? [];
  if (inside !== undefined && isColumn(bracket)) return { card: inside, column: bracket };
  const words = text.trim().replace(COLUMN, '').split(/\s+/);
  for (let count = 1; count <= Math.min(MOST_WORDS, words.length - 1); count += 1) {
    const name = words
      .slice(-count)
      .join(' ')
      .replace(/^["“„]|["”“]$/g, '');
    const rest = words.slice(0, -count);
    if (!isColumn(name)) continue;
    const led = withoutLead(rest);
    // "Doku schreiben in Arbeit": the name begins with "in".
    const isBare = led.length === rest.length && !/^in\s/i.test(name);
    if (isBare || led.length === 0) continue;
    return { card: led.join(' '), column: name };
  }
  return null;
}

function withoutLead(words: readonly string[]): readonly string[] {
  const bare = ARTICLE.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  return BEFORE_NAME.test(bare.at(-1) ?? '') ? bare.slice(0, -1) : words;
}
