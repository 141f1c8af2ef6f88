import { jobs } from './jobs.ts';
import { settings } from './settings.ts';
import { time } from './time.ts';

/** All texts of the web app, by area. English is the source: other languages have its keys. */
export const en = { jobs, settings, time };

export type Catalogue = typeof en;
