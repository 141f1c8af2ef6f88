import { expect, it } from 'vitest';
import { timeRun } from './runs.ts';

function read(text: string): string[] | null {
  const run = timeRun(text);
  const lines = run?.items.map((item) => [item, ...item.children].map((each) => each.text).join(' | '));
  return run === null ? null : [run.before, ...(lines ?? [])];
}

it.each([
  ['Mo Sport, Di frei, Mi Chor', ['', 'Mo | Sport', 'Di | frei', 'Mi | Chor']],
  ['Plan: 9:00 tour 9:30 talk 12:00 lunch', ['Plan', '9:00 | tour', '9:30 | talk', '12:00 | lunch']],
  ['Mon/Wed: gym, Tue & Thu: swim', ['', 'Mon/Wed | gym', 'Tue & Thu | swim']],
  ['10am a, 11am b, 1pm c', ['', '10am | a', '11am | b', '1pm | c']],
  ['Nov a; Dec b; Jan c', ['', 'Nov | a', 'Dec | b', 'Jan | c']],
  ['Sat\na\nb\nSun\nc', ['', 'Sat | a | b', 'Sun | c']],
  ['Friday 9:00 run 10:00 swim; Saturday rest', ['', 'Friday | 9:00 run | 10:00 swim', 'Saturday | rest']],
  ['周一跑步周二瑜伽周三休息', ['', '周一 | 跑步', '周二 | 瑜伽', '周三 | 休息']],
  ['May 2027: June beta, July launch', ['May 2027', 'June | beta', 'July | launch']],
])('reads "%s"', (text, items) => expect(read(text)).toEqual(items));

it.each([
  ['points behind what is said of them', 'interviews 3 Feb, offers 1 March, start 1 Sept'],
  ['a single point', 'the vet comes on Monday'],
  ['points out of order', '2020 launch, 2018 idea, 2023 exit, 2019 prototype'],
  ['points in brackets', 'shop (Mon), cook (Tue), clean (Wed)'],
])('finds no run in %s', (_, text) => expect(read(text)).toBeNull());
