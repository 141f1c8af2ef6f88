import { describe, expect, it } from 'vitest';
import { findRuledOutTerms } from './findRuledOutTerms.ts';
import { ruledOutTerms } from './glossaryTerms.ts';

const foundIn = (text: string, file = 'src/events/log.ts') =>
  findRuledOutTerms(file, text, ruledOutTerms).map(({ line, found, use }) => [line, found, use]);

describe('a term that the glossary rules out', () => {
  it('is found in prose, with its line and the term to use', () => {
    expect(foundIn('// Sends events.\n// A follower reads them.')).toEqual([[2, 'follower', 'subscriber']]);
  });

  it.each([
    ['const jobFollower = 1;', 'follower'],
    ['createFollowers()', 'followers'],
    ["outcome = 'HANDED_BACK'", 'handed back'],
    ['class JSONFollower {}', 'follower'],
    ['import "./same-request.ts"', 'same request'],
  ])('is found in the words of an identifier: %s', (text, found) => {
    expect(foundIn(text).map(([, words]) => words)).toEqual([found]);
  });

  it.each([
    ['a comment in a block', '/**\n * The version that was taken\n * back.\n */', 2],
    ['comments of one line each', '// was taken\n  // back', 1],
    ['SQL', 'SELECT 1;\n-- was taken\n-- back', 2],
    ['a document', 'It was taken\nback.', 1],
  ])('is found across a line break in %s', (_where, text, line) => {
    expect(foundIn(text)).toEqual([[line, 'taken back', 'revert, undo']]);
  });

  it('is found each time', () => {
    expect(foundIn('follower, Follower\nfollowers')).toHaveLength(3);
  });

  it('is not found in another word', () => {
    expect(foundIn('newsletter, remembered, rehearsal, followed, canvasMemberships')).toEqual([]);
  });

  it('is not found where it has another meaning', () => {
    expect(foundIn('company', 'worker/planners/sketcher/topics.ts')).toEqual([]);
    expect(foundIn('company', 'worker/attempt/generate.ts')).toHaveLength(1);
  });
});
