import { currentLanguage } from './language.ts';

/** A whole number with its thousands separated. */
export function formatNumber(value: number): string {
  return value.toLocaleString(currentLanguage());
}
