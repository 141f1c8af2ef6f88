import { describe, expect, it } from 'vitest';
import { sectionsOf } from './sections.ts';
import { splitSentences } from './sentences.ts';

describe('splitSentences', () => {
  it('parts at full stops, semicolons and lines, and keeps the question mark', () => {
    expect(splitSentences('Is it v1.2? Yes. a; b\nc')).toEqual(['Is it v1.2?', 'Yes.', 'a', 'b', 'c']);
  });

  it.each([
    ['Ask Dr. Who. Then go', ['Ask Dr. Who.', 'Then go']],
    ['costs, fees etc. are due', ['costs, fees etc. are due']],
    ['1.3. Kickoff, am 15.4. Prototyp. Fertig', ['1.3. Kickoff, am 15.4. Prototyp.', 'Fertig']],
    ['on the 3. floor. Done', ['on the 3. floor.', 'Done']],
  ])('%s', (text, sentences) => expect(splitSentences(text)).toEqual(sentences));
});

it('an abbreviation in the name of a section does not begin it', () => {
  const { sections } = sectionsOf('Monday: dentist. Meeting with Dr. Smith: agenda');
  expect(sections.map(({ name }) => name)).toEqual(['Monday', 'Meeting with Dr. Smith']);
});
