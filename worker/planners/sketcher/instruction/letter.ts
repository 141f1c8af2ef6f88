const GREETING =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|moin|sehr geehrte\w*|guten (?:morgen|tag)|bonjour|salut|hola|buenos días|olá|ciao|buongiorno)\b[^\n.:;]{0,40}[,!.]?\s*\n+/iu;
const CLOSING =
  /\n\s*(?:(?:many |kind |best |warm )?(?:thanks|thank you|thx|regards|wishes)|best|cheers|sincerely|yours|(?:viele|liebe|beste|herzliche|mit freundlichen) grü(?:ß|ss)en?|vg|lg|mfg|danke|merci|cordialement|gracias|saludos|obrigad[oa]|grazie)\b[^\n]{0,40}(?:\n[^\n]{0,40}){0,3}$/iu;

/** The same in one line with the text: a name, and thanks, follow the greeting. */
const INLINE_GREETING =
  /^(?:hi|hello|dear|hallo|liebe[rs]?|bonjour|hola|olá|ciao)\s[^\n.:;,!]{1,40}[,!]\s+(?:(?:thanks|thank you|danke|merci|gracias|I hope)\b[^.!?\n]{0,120}[.!?]\s+)?/i;
const INLINE_CLOSING =
  /(?<=[.!?]\s)(?:(?:many |kind |best |warm )?(?:thanks|regards|wishes)|best|cheers|viele grüße|lg|saludos|cordialement),?(?:\s\p{Lu}\p{L}*){0,2}$/iu;

/** The text of a letter without its greeting and its closing words. */
export function withoutGreeting(text: string): string {
  const bare = [GREETING, INLINE_GREETING, CLOSING, INLINE_CLOSING].reduce(
    (rest, words) => rest.replace(words, ''),
    text.trimEnd(),
  );
  return bare.trim() === '' ? text : bare;
}
