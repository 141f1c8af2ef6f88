import type { Catalogue } from '../en/catalogue.ts';
import { jobs } from './jobs.ts';
import { settings } from './settings.ts';
import { time } from './time.ts';

/** The texts in German. */
export const de: Catalogue = { jobs, settings, time };
