import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { Lock } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Point } from '../../../src/canvas/model/geometry.ts';
import { isBox, textOf } from '../../../src/canvas/model/objectKinds.ts';
import { IconButton } from '../controls/IconButton.tsx';
import type { CanvasObject } from '../scene/object.ts';
import type { Editor } from './useEditor.ts';

/** Where the view stands: scene coordinates to pixels on the screen. */
type View = { scrollX: number; scrollY: number; zoom: number };

/** Marks each locked object; pressing its mark unlocks that object alone. */
export function LockBadges({ editor: { api, sceneSync } }: { editor: Editor }) {
  const view = useView(api);
  const locked = sceneSync.objects.filter((object) => object.locked);
  const unlock = (id: string) =>
    sceneSync.perform(
      sceneSync.objects.map((object) => (object.id === id ? { ...object, locked: false } : object)),
    );
  return (
    <div className="lock-badges">
      {locked.map((object) => (
        <IconButton
          key={object.id}
          label={`Unlock ${textOf(object) || 'this arrow'}`}
          style={placeOf(cornerOf(object), view)}
          onClick={() => unlock(object.id)}
        >
          <Lock aria-hidden />
        </IconButton>
      ))}
    </div>
  );
}

function useView(api: ExcalidrawImperativeAPI): View {
  const [view, setView] = useState(() => {
    const { scrollX, scrollY, zoom } = api.getAppState();
    return { scrollX, scrollY, zoom: zoom.value };
  });
  useEffect(
    () => api.onScrollChange((scrollX, scrollY, { value }) => setView({ scrollX, scrollY, zoom: value })),
    [api],
  );
  return view;
}

const placeOf = ({ x, y }: Point, { scrollX, scrollY, zoom }: View) => ({
  left: `${(x + scrollX) * zoom}px`,
  top: `${(y + scrollY) * zoom}px`,
});

/** Upper right corner of a box; the middle point of a connector. */
function cornerOf(object: CanvasObject): Point {
  if (isBox(object)) return { x: object.x + object.width, y: object.y };
  return object.points[Math.floor(object.points.length / 2)] ?? { x: 0, y: 0 };
}
