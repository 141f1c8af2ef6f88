const GREETING =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|moin|sehr geehrte\w*|guten (?:morgen|tag)|bonjour|salut|hola|buenos días|olá|ciao|buongiorno)\b[^\n.:;]{0,40}[,!.]?\s*\n+/iu;
const CLOSING =
  /\n\s*(?:(?:many |kind |best |warm )?(?:thanks|thank you|thx|regards|wishes)|best|cheers|sincerely|yours|(?:viele|liebe|beste|herzliche|mit freundlichen) grü(?:ß|ss)en?|vg|lg|mfg|danke|merci|cordialement|gracias|saludos|obrigad[oa]|grazie)\b[^\n]{0,40}(?:\n[^\n]{0,40}){0,3}$/iu;

/** The text of a letter without its greeting and its closing words. */
export function withoutGreeting(text: string): string {
  const bare = text.trimEnd().replace(GREETING, '').replace(CLOSING, '');
  return bare.trim() === '' ? text : bare;
}
