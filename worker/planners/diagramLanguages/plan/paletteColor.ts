import { converter, parse } from 'culori';
import type { PlanColor } from '../../../../src/canvas/model/plan.ts';

const toHsl = converter('hsl');

/** Where each colour's hues end, in degrees. */
const hues: readonly [end: number, color: PlanColor][] = [
  [16, 'red'],
  [44, 'orange'],
  [70, 'yellow'],
  [160, 'green'],
  [190, 'teal'],
  [255, 'blue'],
  [295, 'purple'],
  [342, 'pink'],
  [361, 'red'],
];

/** The colour of the palette that is nearest to a colour of CSS or of Graphviz (`lightblue2`), or null if it is none. */
export function paletteColor(color: string | undefined): PlanColor | null {
  const name = color?.trim().toLowerCase().slice(0, 40) ?? '';
  const parsed = parse(name) ?? parse(name.replace(/\d+$/, ''));
  const hsl = parsed === undefined ? undefined : toHsl(parsed);
  if (hsl === undefined) return null;
  const { h = 0, s, l } = hsl;
  if (s < 0.12 || l < 0.06 || l > 0.985) return 'neutral';
  if (h > 330 && l > 0.75) return 'pink';
  return hues.find(([end]) => h < end)?.[1] ?? null;
}
