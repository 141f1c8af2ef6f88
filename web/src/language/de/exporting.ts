import type { Catalogue } from '../en/catalogue.ts';

export const exporting: Catalogue['exporting'] = {
  export: 'Exportieren',
  exportAs: 'Als {{file}} exportieren',
  file: {
    png: 'PNG-Bild',
    svg: 'SVG-Bild',
    mermaid: 'Mermaid-Datei',
    json: 'JSON-Datei',
    excalidraw: 'Excalidraw-Datei',
  },
  copy: {
    png: 'Als PNG kopieren',
    svg: 'Als SVG kopieren',
    mermaid: 'Als Mermaid kopieren',
    link: 'Link kopieren',
  },
  copied: 'In die Zwischenablage kopiert',
  copyForbidden:
    'Der Browser erlaubt dieser Seite das Kopieren nicht. Zugriff auf die Zwischenablage erlauben oder eine Datei exportieren.',
  failed: 'Export fehlgeschlagen. {{reason}}',
  isEmpty: 'Die Zeichenfläche ist leer',
  needsArrow: 'Braucht mindestens einen Pfeil',
  canvasGone: 'Diese Zeichenfläche gibt es nicht mehr.',
  fontMissing: 'Die Schrift konnte nicht geladen werden. Bitte erneut versuchen.',
};
