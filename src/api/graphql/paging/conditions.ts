import { maxInstructionLength } from '../../../jobs/commands/instruction.ts';

/** Conditions of filters, in Prisma's form. */

/** No text that is searched is longer: 4,000 characters of two UTF-16 units. */
const longestSearch = 2 * maxInstructionLength;

/** The condition for a text that contains another, ignoring case; null when no text can contain it. */
export function containing(text: string): { contains: string; mode: 'insensitive' } | null {
  if (!isStorable(text) || text.length > longestSearch) return null;
  // Prisma passes the text to LIKE unescaped.
  return { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' };
}

/** PostgreSQL refuses other texts as parameters, too. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** The condition for a time from one moment on, and before another. */
export function span(
  from: Date | null | undefined,
  before: Date | null | undefined,
): { gte?: Date; lt?: Date } {
  return { ...(from ? { gte: from } : {}), ...(before ? { lt: before } : {}) };
}
