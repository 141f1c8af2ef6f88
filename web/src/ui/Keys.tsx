import { t } from '../language/language.ts';
import './keys.css';

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);

/** A shortcut for display: each key of `Mod+k` or `g j` as a key cap. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keys.split(' ').map((key) => (
        <kbd key={key}>{labelOf(key)}</kbd>
      ))}
    </span>
  );
}

function labelOf(key: string): string {
  const parts = key.split('+').map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : t('composer.controlKey');
    return part.length === 1 ? part.toUpperCase() : part;
  });
  return parts.join(isMac ? ' ' : '+');
}
