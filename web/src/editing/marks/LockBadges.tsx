import { Lock } from 'lucide-react';
import { Toolbar, ToolbarIconButton } from '../../controls/Toolbar.tsx';
import { t } from '../../language/language.ts';
import { describeObjects } from '../../scene/objectTexts.ts';
import type { Editor } from '../editor/useEditor.ts';
import { markPlace, placeStyle } from './markPlaces.ts';
import { SceneLayer } from './SceneLayer.tsx';

/** Marks each locked object; pressing its mark unlocks that object alone. */
export function LockBadges({ editor: { api, sceneSync } }: { editor: Editor }) {
  const locked = sceneSync.objects.filter((object) => object.locked);
  if (locked.length === 0) return null;
  const { textOf } = describeObjects(sceneSync.objects);
  const unlock = (id: string) =>
    sceneSync.perform(
      sceneSync.objects.map((object) => (object.id === id ? { ...object, locked: false } : object)),
    );
  return (
    <SceneLayer api={api} className="lock-badges">
      <Toolbar label={t('editing.lockedObjects')}>
        {locked.map((object) => (
          <ToolbarIconButton
            key={object.id}
            label={t('editing.unlock', { name: textOf(object) })}
            style={placeStyle(markPlace(object, 'right'))}
            onClick={() => unlock(object.id)}
          >
            <Lock aria-hidden />
          </ToolbarIconButton>
        ))}
      </Toolbar>
    </SceneLayer>
  );
}
