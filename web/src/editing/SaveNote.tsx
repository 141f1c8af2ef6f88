import type { SaveState } from './sessionState.ts';
import './editing.css';

const WORDS: Record<SaveState, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  offline: 'Offline, not saved yet',
};

/** Whether the person's own changes have arrived. */
export function SaveNote({ state }: { state: SaveState }) {
  return (
    <span className="save-note" data-state={state} role="status" aria-label="Save status">
      {WORDS[state]}
    </span>
  );
}
