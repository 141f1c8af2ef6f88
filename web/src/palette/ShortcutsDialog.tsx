import { useState } from 'react';
import { Dialog } from '../controls/Dialog.tsx';
import { t } from '../language/language.ts';
import { currentCommands } from '../ui/keyboard/commands.ts';
import { Keys } from '../ui/keyboard/Keys.tsx';
import { groupCommands } from './groupCommands.ts';
import { closeOverlay } from './overlay.ts';
import './palette.css';

/** The shortcuts of the page and of the app. */
export function ShortcutsDialog({ isOpen }: { isOpen: boolean }) {
  return (
    <Dialog title={t('palette.shortcuts')} isOpen={isOpen} onClose={closeOverlay}>
      <ShortcutLists />
    </Dialog>
  );
}

function ShortcutLists() {
  const [commands] = useState(currentCommands);
  const groups = groupCommands(commands.filter(({ keys }) => keys !== undefined));
  return groups.map(([group, entries]) => (
    <section key={group} className="shortcuts" aria-label={group}>
      <h3>{group}</h3>
      <ul>
        {entries.map(({ title, keys = '' }) => (
          <li key={title}>
            <span>{title}</span>
            <Keys keys={keys} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
