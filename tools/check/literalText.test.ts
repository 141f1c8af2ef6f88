// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are code to check

import { expect, it } from 'vitest';
import { lint } from './lint.ts';

const literalText = "Take this text from the message catalogue: t('…').";

it.each([
  ['<ol aria-label="Phases" />'],
  ["<Menu label={'More'} />"],
  ['<img alt={`Picture of ${name}`} />'],
  ['<input placeholder={`${count} objects`} />'],
])('the linter refuses a literal text that people read: %s', async (markup) => {
  const code = `export const part = ${markup};`;
  expect(await lint('web/src/jobs/Part.tsx', code)).toEqual([literalText]);
  expect(await lint('web/src/jobs/Part.test.tsx', code)).toEqual([]);
});

it('the linter allows texts of the catalogue, what joins them, and values that nobody reads', async () => {
  const markup = '<Menu label={t(\'jobs.more\')} title={`${label}: ${title}`} alt="" role="menu" />';
  expect(await lint('web/src/jobs/Part.tsx', `export const part = ${markup};`)).toEqual([]);
});
