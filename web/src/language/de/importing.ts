import type { Catalogue } from '../en/catalogue.ts';

export const importing: Catalogue['importing'] = {
  import: 'Importieren',
  importAll_one: '{{count, number}} Datei importieren',
  importAll_other: '{{count, number}} Dateien importieren',
  drop: 'Dateien zum Importieren hier ablegen',
  remove: '{{name}} entfernen',
  pending: '{{name}} importieren',
  problem: {
    none: 'Es gibt keine Datei zum Importieren. Bitte eine ablegen oder auswählen.',
    several:
      'Bis zu {{count, number}} Dateien lassen sich zusammen importieren. Bitte die übrigen danach importieren.',
    textBesideOthers: '{{name}} ist Text für eine Anweisung. Bitte allein ablegen oder auswählen.',
    large: '{{name}} ist zu groß. Eine Datei kann bis zu 10 MB haben.',
    binary:
      '{{name}} ist keine Textdatei. Importiert werden können: Mermaid, DOT, PlantUML, CSV, TSV, Markdown, JSON, YAML, SQL, exportierte Zeichenflächen und Excalidraw-Dateien.',
    empty: '{{name}} ist leer. Bitte eine andere Datei auswählen.',
    long: '{{name}} hat {{count, number}} Zeichen. Ein Diagramm-Quelltext kann bis zu {{limit, number}} haben: bitte in Teilen importieren.',
    markup:
      '{{name}} ist eine Seite oder ein Bild, keine Anweisung. Importiert werden können: Mermaid, DOT, PlantUML, CSV, TSV, Markdown, JSON, YAML, SQL, exportierte Zeichenflächen (JSON) und Excalidraw-Dateien.',
    longText:
      '{{name}} hat {{count, number}} Zeichen. Eine Anweisung kann bis zu {{limit, number}} haben: bitte den Text kürzen oder als Mermaid, DOT, PlantUML, CSV, TSV, Markdown, JSON, YAML oder SQL mit dieser Dateiendung importieren.',
    excalidraw: '{{name}} ist keine gültige Excalidraw-Datei. Bitte in Excalidraw neu speichern.',
    json: '{{name}} ist kein gültiges JSON. Bitte berichtigen, oder mit der Endung seiner Sprache umbenennen.',
    nothing:
      '{{name}} enthält nichts, was eine Zeichenfläche aufnehmen kann: Formen, Texte, Rahmen und Pfeile zwischen ihnen.',
    failed: 'Die Datei wurde nicht importiert. Bitte noch einmal versuchen.',
  },
  left: {
    images_one: '{{count, number}} Bild fehlt.',
    images_other: '{{count, number}} Bilder fehlen.',
    drawings_one: '{{count, number}} Freihandzeichnung fehlt.',
    drawings_other: '{{count, number}} Freihandzeichnungen fehlen.',
    lines_one: '{{count, number}} Linie fehlt.',
    lines_other: '{{count, number}} Linien fehlen.',
    embeds_one: '{{count, number}} eingebettete Seite fehlt.',
    embeds_other: '{{count, number}} eingebettete Seiten fehlen.',
    arrows_one: '{{count, number}} Pfeil, der keine zwei Objekte verbindet, fehlt.',
    arrows_other: '{{count, number}} Pfeile, die keine zwei Objekte verbinden, fehlen.',
    turned_one: '{{count, number}} gedrehtes Objekt steht gerade.',
    turned_other: '{{count, number}} gedrehte Objekte stehen gerade.',
  },
};
