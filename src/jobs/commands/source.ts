import { z } from 'zod';
import { line } from '../../validation/line.ts';
import { checkText } from '../../validation/text.ts';

export const maxSourceLength = 100_000;

/**
 * The diagram source of a file. Its line breaks become `\n`, and it loses a byte order mark; its lines stay where they
 * are, because warnings name them.
 */
export const source = z
  .string()
  .transform((text) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  .superRefine(
    checkText({
      noun: 'The source',
      maxLength: maxSourceLength,
      ifEmpty: 'There is nothing to import: the source is empty.',
    }),
  );

export const maxFileNameLength = 200;

export const fileName = line('The file name', maxFileNameLength);

/**
 * Whether no job could draw the source, so that none is created for it. Other languages are read line by line, by the
 * worker; JSON with one mistake can't be read at all.
 */
export function isUnreadableJson(text: string, name: string | null | undefined): boolean {
  if (!name?.toLowerCase().endsWith('.json')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value !== 'object' || value === null;
  } catch {
    return true;
  }
}
