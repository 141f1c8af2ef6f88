// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '../api/client/client.ts';
import { aShape } from '../jobs/fixtures.ts';
import { saveCanvas } from './saveCanvas.ts';

const canvas = { __typename: 'Canvas', id: 'c1', title: 'Bakery', versionNumber: 7, objects: [aShape('a')] };
const file = { format: 'mermaid', extension: 'mmd' } as const;
const saved: string[] = [];
let answers: Record<string, object>;

beforeEach(() => {
  answers = {
    CanvasToExport: { canvas },
    ExportCanvas: {
      canvas: { ...canvas, export: { __typename: 'Export', content: 'flowchart', mediaType: 'text/plain' } },
    },
  };
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) =>
    Response.json({ data: answers[JSON.parse(body).operationName] }),
  );
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  saved.length = 0;
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a canvas is saved under its title and its latest version', async () => {
  await saveCanvas(createApiClient(), 'c1', file, 'light');
  expect(saved).toEqual(['Bakery v7.mmd']);
});

test('a canvas that is gone is not saved', async () => {
  answers.CanvasToExport = { canvas: null };
  await expect(saveCanvas(createApiClient(), 'c1', file, 'light')).rejects.toThrow('no longer exists');
  expect(saved).toEqual([]);
});
