import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { describe, expect, test, vi } from 'vitest';
import { aConnector, aShape } from '../../jobs/fixtures.ts';
import type { SceneSync } from '../editor/SceneSync.ts';
import { selectNext } from './walkObjects.ts';

const objects = [
  aShape('b', { zIndex: 2, text: 'Ship', x: 5_000 }),
  aShape('a', { zIndex: 1, text: 'Build', x: 0, y: 0 }),
  aShape('l', { zIndex: 0, text: 'Locked', locked: true }),
  aConnector('c', 'a', 'b', { zIndex: 3 }),
];

function walk(selected: string[], step: 1 | -1) {
  const api = {
    getAppState: () => ({ scrollX: 0, scrollY: 0, zoom: { value: 1 }, width: 1_000, height: 800 }),
    updateScene: vi.fn(),
    scrollToContent: vi.fn(),
  };
  const editor = {
    api: api as unknown as ExcalidrawImperativeAPI,
    sceneSync: { objects } as unknown as SceneSync,
    state: { tool: 'select' as const, selected },
  };
  const text = selectNext(editor, step, () => false);
  const chosen: { appState: { selectedElementIds: object } } | undefined = api.updateScene.mock.lastCall?.[0];
  return {
    text,
    selected: Object.keys(chosen?.appState.selectedElementIds ?? {}),
    shown: api.scrollToContent,
  };
}

describe('going through the objects by keyboard', () => {
  test('begins with the first or the last object in reading order, without locked ones', () => {
    expect(walk([], 1)).toMatchObject({ text: 'Build, 1 of 3', selected: ['a'] });
    expect(walk([], -1)).toMatchObject({ text: 'Build leads to Ship, 3 of 3', selected: ['c'] });
  });

  test('goes on from what is selected, and moves the view to what lies outside of it', () => {
    const { text, shown } = walk(['a'], 1);
    expect(text).toBe('Ship, 2 of 3');
    expect(shown).toHaveBeenCalledWith('b');
    expect(walk(['b'], -1).shown).not.toHaveBeenCalled();
  });

  test('ends after the last object, so that the key leaves the drawing', () => {
    expect(walk(['c'], 1)).toMatchObject({ text: null, selected: [] });
  });
});
