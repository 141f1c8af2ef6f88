import { Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { toExcalidraw } from '../../web/src/scene/excalidraw.ts';
import { fitToElements } from '../../web/src/scene/view.ts';

/**
 * The page of the baseline: after a click, Excalidraw without anything of the web app, with the elements that the web
 * app makes and its view of them.
 */
function BarePage() {
  const [api, setApi] = useState(null);
  const [isFitted, setIsFitted] = useState(false);
  const [elements, setElements] = useState(null);
  if (elements === null) {
    const open = () => setElements(toExcalidraw(window.objectsToDraw));
    return createElement('button', { type: 'button', onClick: open }, 'Open');
  }
  const onChange = () => {
    if (api === null || isFitted) return;
    setIsFitted(true);
    fitToElements(api, elements, { animate: false });
  };
  const initialData = { elements, appState: { zenModeEnabled: true } };
  return createElement(Excalidraw, { initialData, excalidrawAPI: setApi, onChange });
}

createRoot(document.getElementById('root')).render(createElement(BarePage));
