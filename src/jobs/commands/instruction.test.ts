import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instruction, maxInstructionLength } from './instruction.ts';

/** What is wrong with the text, or undefined when it is accepted. */
const problemWith = (text: string) => instruction.safeParse(text).error?.issues[0]?.message;

describe('an instruction', () => {
  it.each([
    ['white space around it is cut off', ' \n\t onboarding flow \u00a0\n', 'onboarding flow'],
    ['CRLF becomes LF', 'a\r\nb\r\n\r\nc', 'a\nb\n\nc'],
    ['a lone CR becomes LF', 'a\rb', 'a\nb'],
    ['tabs and line breaks within it stay', 'a\n\t- b\n\t\t- c', 'a\n\t- b\n\t\t- c'],
    ['inner white space stays', 'a  b', 'a  b'],
    ['text of any script stays', 'Ablauf für 日本語 🎉 עברית', 'Ablauf für 日本語 🎉 עברית'],
    ['joiners of emoji stay', '👩‍💻', '👩‍💻'],
  ])('%s', (_what, text, expected) => {
    expect(instruction.parse(text)).toBe(expected);
  });

  it.each(['', '   ', '\n\t\r\n', '\u00a0\u2003'])('must not be empty like %j', (text) => {
    expect(problemWith(text)).toBe('Say what should be on the canvas: the instruction is empty.');
  });

  it.each([
    ['letters', 'a'],
    ['emoji, each of which is two UTF-16 units', '🎉'],
  ])('may have 4,000 characters, not 4,001, counted in %s', (_what, character) => {
    expect(problemWith(character.repeat(maxInstructionLength))).toBeUndefined();
    expect(problemWith(character.repeat(maxInstructionLength + 1))).toBe(
      'The instruction has 4001 characters, the limit is 4000.',
    );
  });

  it('is measured after it has been trimmed', () => {
    expect(problemWith(` ${'a'.repeat(maxInstructionLength)}\r\n`)).toBeUndefined();
  });

  it('is measured with each CRLF as one line break', () => {
    expect(problemWith(`${'a'.repeat(maxInstructionLength - 2)}\r\na`)).toBeUndefined();
  });

  it.each([
    ['\u0000', 'U+0000'],
    ['\u0007', 'U+0007'],
    ['\u000b', 'U+000B'],
    ['\u001b', 'U+001B'],
    ['\u007f', 'U+007F'],
    ['\u0085', 'U+0085'],
    ['\u009f', 'U+009F'],
  ])('must not contain the control character %j, which is named %s', (character, name) => {
    expect(problemWith(`a${character}b`)).toBe(
      `The instruction contains the control character ${name}; only line breaks and tabs are allowed.`,
    );
  });

  it.each(['a\ud83c', '\udf89a', 'a\udf89\ud83cb'])('must not contain half a character: %j', (text) => {
    expect(problemWith(text)).toBe('The instruction is not well-formed Unicode text.');
  });

  it('is not changed by a second validation', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(...'ab \r\n\t\v\0🎉\u00a0\ufeff', '\ud83c', '\udf89'),
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const { success, data } = instruction.safeParse(text);
        if (success) expect(instruction.parse(data)).toBe(data);
      }),
    );
  });
});
