import { expect, test } from 'vitest';
import { drawPages } from './drawPages.ts';

const script = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

test('pages are those that the thread posts', async () => {
  const posting = "import { parentPort } from 'node:worker_threads'; parentPort.postMessage([{ html: 'x' }])";
  expect(await drawPages(script(posting))).toEqual([{ html: 'x' }]);
});

test('a thread that ends without having drawn fails the build', async () => {
  await expect(drawPages(script('process.exit(7)'))).rejects.toThrow('ended with code 7');
  await expect(drawPages(script(''))).rejects.toThrow('ended with code 0');
});

test('a failure of the thread fails the build', async () => {
  await expect(drawPages(script("throw new Error('no canvas')"))).rejects.toThrow('no canvas');
});
