import { ops } from './en/ops.ts';
import { addEnglish, t as text } from './language.ts';

addEnglish({ ops });

/** The texts of the catalogue, with those of the ops page. */
export const t = text;
