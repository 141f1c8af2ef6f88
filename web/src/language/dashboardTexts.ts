import { dashboard } from './en/dashboard.ts';
import { addEnglish, t as text } from './language.ts';

addEnglish({ dashboard });

/** The texts of the catalogue, with those of the pages of jobs. */
export const t = text;
