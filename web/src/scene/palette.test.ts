import { describe, expect, test } from 'vitest';
import { contrastIn, themes } from '../../../test/support/contrast.ts';
import { palette, paperColor } from './palette.ts';

describe.each(Object.entries(palette))('%s', (_name, swatch) => {
  const backgrounds = {
    fill: swatch.fill,
    sticky: swatch.sticky,
    frame: swatch.frameFill,
    paper: paperColor,
  };
  const cases = themes.flatMap((theme) =>
    Object.entries(backgrounds).map(([name, color]) => ({ theme, name, color })),
  );

  test.each(cases)('text reads on its $name in the $theme theme', ({ theme, color }) => {
    expect(contrastIn(theme, swatch.text, color)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(themes)('outline and connectors stand out from the paper in the %s theme', (theme) => {
    expect(contrastIn(theme, swatch.stroke, paperColor)).toBeGreaterThanOrEqual(2);
  });
});
