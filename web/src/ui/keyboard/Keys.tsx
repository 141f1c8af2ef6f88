import { t } from '../../language/language.ts';
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

/** The keys that are labelled differently in other languages. */
const named = ['Mod', 'Shift', 'Enter', 'Delete', 'Escape'] as const;
const isNamed = (key: string): key is (typeof named)[number] => (named as readonly string[]).includes(key);

function labelOf(key: string): string {
  const parts = key.split('+').map((part) => {
    if (part === 'Mod' && isMac) return '⌘';
    return isNamed(part) ? t(`ui.keys.${part}`) : part.length === 1 ? part.toUpperCase() : part;
  });
  return parts.join(isMac ? ' ' : '+');
}
