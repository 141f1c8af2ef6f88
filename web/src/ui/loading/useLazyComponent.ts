import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';
import { unreachableMessage } from '../../api/errors/requestFailure.ts';
import { announce } from '../messages/notice.ts';

/**
 * A component whose code is loaded when it is needed first, such as a dialog; null until it is there. A failure is
 * announced, and `onFailure` ends the need for it.
 */
export function useLazyComponent<Props>(
  isNeeded: boolean,
  load: () => Promise<ComponentType<Props>>,
  onFailure: () => void,
): ComponentType<Props> | null {
  const [loaded, setLoaded] = useState<ComponentType<Props> | null>(null);
  const fail = useEffectEvent(() => {
    onFailure();
    announce({ text: unreachableMessage() });
  });
  useEffect(() => {
    if (isNeeded && !loaded) load().then((component) => setLoaded(() => component), fail);
  }, [isNeeded, loaded, load]);
  return loaded;
}
