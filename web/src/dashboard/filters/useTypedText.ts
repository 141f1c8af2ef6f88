import { useEffect, useEffectEvent, useState } from 'react';

/** In ms after the last key. */
const typingDelay = 300;

/** The text in a field, and a setter. `onChange` is called when typing pauses. A change from outside replaces it. */
export function useTypedText(
  text: string,
  onChange: (text: string) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  const [known, setKnown] = useState(text);
  if (text !== known) {
    setKnown(text);
    // The text that was sent comes back, while the field may be ahead of it.
    if (text !== sent) {
      setSent(text);
      setTyped(text);
    }
  }

  const send = useEffectEvent(() => {
    if (typed === sent) return;
    setSent(typed);
    onChange(typed);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: waits again after each key
  useEffect(() => {
    const timer = setTimeout(send, typingDelay);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
