import { Ellipsis, Frame } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Menu } from '../controls/Menu.tsx';
import { Tooltip } from '../controls/Tooltip.tsx';
import { t } from '../language/language.ts';
import { canvasMenu } from '../managing/canvasMenu.tsx';
import { TitleField } from '../managing/TitleField.tsx';
import { type NamedCanvas, useManageCanvas } from '../managing/useManageCanvas.ts';
import { useCommands } from '../ui/keyboard/commands.ts';

/** The title, with a menu for the whole canvas. */
export function CanvasTitle({ canvas }: { canvas: NamedCanvas }) {
  const manage = useManageCanvas();
  const [isRenaming, setIsRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    // The field that had the focus is gone.
    if (wasRenaming.current && !isRenaming && document.activeElement === document.body)
      button.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  const rename = () => setIsRenaming(true);
  const items = canvasMenu(canvas, manage, { leaves: true, onRename: rename });
  const group = t('palette.groups.canvas');
  useCommands(items.map(({ label, onChoose }) => ({ group, title: label, icon: Frame, run: onChoose })));
  return (
    <div className="panel-title">
      {isRenaming ? (
        <TitleField canvas={canvas} onDone={() => setIsRenaming(false)} />
      ) : (
        <h1>
          <Tooltip text={t('canvas.rename')}>
            <button ref={button} type="button" className="title-button" onClick={rename}>
              {canvas.title}
            </button>
          </Tooltip>
        </h1>
      )}
      <Menu label={t('canvas.more')} icon={<Ellipsis aria-hidden />} items={items} />
    </div>
  );
}
