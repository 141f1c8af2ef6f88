import { t } from '../../language/language.ts';

/** The model, or the name of a planner without one. */
export function plannerName(planner: string, model: string | null): string {
  if (model !== null) return model;
  return planner === 'openai' || planner === 'sketcher' ? t(`jobs.planner.${planner}`) : planner;
}
