import { currentLanguage } from '../../language/language.ts';

/** A sentence that only the server has, in English: a quotation where the page has another language. */
export function ServerText({ text }: { text: string | null }) {
  return text === null || currentLanguage() === 'en' ? text : <q lang="en">{text}</q>;
}
