import { Command as List } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useRef, useState } from 'react';
import { useFocusReturn } from '../controls/useFocusReturn.ts';
import { t } from '../language/language.ts';
import { type Command, currentCommands } from '../ui/keyboard/commands.ts';
import { Keys } from '../ui/keyboard/Keys.tsx';
import { FoundItems } from './FoundItems.tsx';
import { groupCommands, isMatch } from './groupCommands.ts';
import { closeOverlay, paletteKeys } from './overlay.ts';
import { useFirstSelected } from './useFirstSelected.ts';
import { useFound } from './useFound.ts';
import '../controls/dialog.css';
import './palette.css';

/** Runs commands, and finds canvases and jobs. */
export function CommandPalette({ isOpen }: { isOpen: boolean }) {
  const returnFocus = useFocusReturn(isOpen);
  const chosen = useRef<(() => void) | null>(null);

  function choose(run: () => void): void {
    chosen.current = run;
    closeOverlay();
  }

  /** What is chosen may move the focus, so it runs when the focus is back in the page. */
  function onClosed(event: Event): void {
    returnFocus(event);
    const run = chosen.current;
    chosen.current = null;
    run?.();
  }

  return (
    <Dialog.Root open={isOpen} onOpenChange={closeOverlay}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay palette-overlay">
          <Dialog.Content className="palette" aria-describedby={undefined} onCloseAutoFocus={onClosed}>
            <Dialog.Title className="visually-hidden">{t('palette.title')}</Dialog.Title>
            <PaletteContent onChoose={choose} />
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteContent({ onChoose }: { onChoose(run: () => void): void }) {
  const [text, setText] = useState('');
  const [commands] = useState(() => currentCommands().filter(({ keys }) => keys !== paletteKeys));
  const query = text.trim();
  const found = useFound(query);
  const emptyText = t(found.isSearching ? 'palette.searching' : 'palette.empty', { text: query });
  return (
    <List ref={useFirstSelected()} label={t('palette.title')} shouldFilter={false} loop vimBindings={false}>
      <div className="palette-field">
        <Search aria-hidden />
        <List.Input value={text} onValueChange={setText} placeholder={t('palette.placeholder')} />
      </div>
      <List.List label={t('palette.results')}>
        <CommandItems commands={commands.filter((command) => isMatch(command, query))} onChoose={onChoose} />
        <FoundItems found={found} onChoose={onChoose} />
      </List.List>
      {/* Outside: a list of options holds nothing else. */}
      <List.Empty>{found.problem ?? emptyText}</List.Empty>
    </List>
  );
}

type CommandItemsProps = { commands: readonly Command[]; onChoose(run: () => void): void };

function CommandItems({ commands, onChoose }: CommandItemsProps) {
  return groupCommands(commands).map(([group, entries]) => (
    <List.Group key={group} heading={group}>
      {entries.map(
        ({ title, icon: Icon, keys, run }) =>
          run && (
            <List.Item key={title} value={`${group} ${title}`} onSelect={() => onChoose(run)}>
              {Icon && <Icon aria-hidden />}
              <span className="palette-text">{title}</span>
              {keys && <Keys keys={keys} />}
            </List.Item>
          ),
      )}
    </List.Group>
  ));
}
