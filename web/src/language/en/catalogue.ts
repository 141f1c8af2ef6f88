import { app } from './app.ts';
import { canvas } from './canvas.ts';
import { composer } from './composer.ts';
import { connection } from './connection.ts';
import type { dashboard } from './dashboard.ts';
import { editing } from './editing.ts';
import { exporting } from './exporting.ts';
import { home } from './home.ts';
import { importing } from './importing.ts';
import { job } from './job.ts';
import { jobs } from './jobs.ts';
import { managing } from './managing.ts';
import { notifications } from './notifications.ts';
import type { ops } from './ops.ts';
import { palette } from './palette.ts';
import { settings } from './settings.ts';
import { time } from './time.ts';
import { ui } from './ui.ts';
import { versions } from './versions.ts';

/** The texts that any page may need, by area. English is the source: other languages have its keys. */
export const en = {
  app,
  canvas,
  composer,
  connection,
  editing,
  exporting,
  home,
  importing,
  job,
  jobs,
  managing,
  notifications,
  palette,
  settings,
  time,
  ui,
  versions,
};

/** Areas that are loaded with the page that they belong to: see `addEnglish`. */
export type LaterTexts = { dashboard: typeof dashboard; ops: typeof ops };
export type Catalogue = typeof en & LaterTexts;
