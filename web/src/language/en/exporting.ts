/** Texts about exporting a canvas. */
export const exporting = {
  export: 'Export',
  exportAs: 'Export as {{file}}',
  file: {
    png: 'PNG image',
    svg: 'SVG image',
    mermaid: 'Mermaid file',
    json: 'JSON file',
    excalidraw: 'Excalidraw file',
  },
  copy: {
    png: 'Copy as PNG',
    svg: 'Copy as SVG',
    mermaid: 'Copy as Mermaid',
    link: 'Copy link',
  },
  copied: 'Copied to the clipboard',
  copyForbidden:
    'The browser doesn’t allow this page to copy. Allow access to the clipboard for this site, or export a file.',
  failed: 'Export failed. {{reason}}',
  isEmpty: 'The canvas is empty',
  needsArrow: 'Needs at least one arrow',
  canvasGone: 'This canvas no longer exists.',
  fontMissing: 'The font could not be loaded. Try again.',
};
