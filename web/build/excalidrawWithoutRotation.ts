import type { Plugin } from 'vite';

/** Where Excalidraw places the handle above a selection that rotates it. */
const handle = /(rotation:\s*)\w+\.rotation(\s*\?\s*void 0)/;

/** Removes the rotation handle from Excalidraw, which has no option for it: a canvas can't hold rotated objects. */
export function excalidrawWithoutRotation(): Plugin {
  return {
    name: 'excalidraw-without-rotation',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@excalidraw/excalidraw/dist') || !code.includes('.rotation?void 0:')) return null;
      return { code: withoutRotation(code), map: null };
    },
  };
}

/** @throws Error when the code has no rotation handle */
export function withoutRotation(code: string): string {
  if (!handle.test(code))
    throw new Error('Excalidraw has no rotation handle: adapt the pattern to its new version');
  return code.replace(handle, '$1true$2');
}
