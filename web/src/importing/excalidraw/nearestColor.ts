import type { ObjectColor } from '../../generated/graphql.ts';

/** Upper bounds of the hues of colors, in degrees. */
const hues: readonly (readonly [number, ObjectColor])[] = [
  [14, 'RED'],
  [38, 'ORANGE'],
  [65, 'YELLOW'],
  [160, 'GREEN'],
  [195, 'TEAL'],
  [248, 'BLUE'],
  [290, 'PURPLE'],
  [345, 'PINK'],
  [360, 'RED'],
];
/** Below this difference between the strongest and the weakest component (0 to 255), a color is a grey. */
const greyBelow = 24;

/** The color of the palette that is nearest to one in hexadecimal; neutral for greys, and for what is no color. */
export function nearestColor(hex: string): ObjectColor {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(widened(hex)) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return 'NEUTRAL';
  const hue = hueOf(Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16));
  if (hue === null) return 'NEUTRAL';
  return hues.find(([most]) => hue <= most)?.[1] ?? 'RED';
}

/** `#f00` as `#ff0000`. */
const widened = (hex: string) => (/^#[\da-f]{3}$/i.test(hex) ? hex.replace(/[\da-f]/gi, '$&$&') : hex);

/** In degrees; null for a grey. */
function hueOf(red: number, green: number, blue: number): number | null {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < greyBelow) return null;
  if (most === red) return (60 * ((green - blue) / range) + 360) % 360;
  return most === green ? 60 * ((blue - red) / range) + 120 : 60 * ((red - green) / range) + 240;
}
