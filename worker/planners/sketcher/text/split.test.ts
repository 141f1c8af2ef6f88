import { describe, expect, it } from 'vitest';
import { splitList } from './split.ts';

describe('splitList', () => {
  it.each([
    ['sleep, food and exercise', ['sleep', 'food', 'exercise']],
    ['a, b, and c', ['a', 'b', 'c']],
    ['food (vegetables, water), sleep', ['food (vegetables, water)', 'sleep']],
    ['CTO and CFO', ['CTO', 'CFO']],
    ['costs 1,000 euros, paid', ['costs 1,000 euros', 'paid']],
    ['設計、実装、テスト', ['設計', '実装', 'テスト']],
    ['open (bracket, here', ['open (bracket', 'here']],
    [
      'one phrase that goes on and another that goes on',
      ['one phrase that goes on and another that goes on'],
    ],
    [' , ;', []],
    ['(a; b) c', ['(a; b) c']],
  ])('%s', (text, items) => expect(splitList(text)).toEqual(items));
});
