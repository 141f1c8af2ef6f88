/** Texts about the import of files. */
export const importing = {
  import: 'Import',
  importAll_one: 'Import {{count, number}} file',
  importAll_other: 'Import {{count, number}} files',
  drop: 'Drop files to import them',
  remove: 'Remove {{name}}',
  pending: 'Import {{name}}',
  problem: {
    none: 'There is no file to import. Drop or choose one.',
    several: 'Up to {{count, number}} files can be imported at once. Import the others after these.',
    textBesideOthers: '{{name}} is text for an instruction. Drop or choose it alone.',
    large: '{{name}} is too large. A file can have up to 10 MB.',
    binary:
      '{{name}} is not a text file. These can be imported: Mermaid, DOT, PlantUML, CSV, TSV, Markdown, JSON, YAML, SQL, exported canvases, and Excalidraw files.',
    empty: '{{name}} is empty. Choose another file.',
    long: '{{name}} has {{count, number}} characters. A diagram source can have up to {{limit, number}}: import it in parts.',
    markup:
      '{{name}} is a page or a picture, not an instruction. These can be imported: Mermaid, DOT, PlantUML, CSV, TSV, Markdown, JSON, YAML, SQL, exported canvases (JSON), and Excalidraw files.',
    longText:
      '{{name}} has {{count, number}} characters. An instruction can have up to {{limit, number}}: shorten the text, or import it as Mermaid, DOT, PlantUML, CSV, TSV, Markdown, JSON, YAML or SQL, with that file name ending.',
    excalidraw: '{{name}} is not a valid Excalidraw file. Save it again in Excalidraw.',
    json: '{{name}} is not valid JSON. Correct it, or rename it with the ending of its language.',
    nothing: '{{name}} has nothing that a canvas can hold: shapes, texts, frames, and arrows between them.',
    failed: 'The file was not imported. Try again.',
  },
  left: {
    images_one: '{{count, number}} image is left out.',
    images_other: '{{count, number}} images are left out.',
    drawings_one: '{{count, number}} freehand drawing is left out.',
    drawings_other: '{{count, number}} freehand drawings are left out.',
    lines_one: '{{count, number}} line is left out.',
    lines_other: '{{count, number}} lines are left out.',
    embeds_one: '{{count, number}} embedded page is left out.',
    embeds_other: '{{count, number}} embedded pages are left out.',
    arrows_one: '{{count, number}} arrow that does not join two objects is left out.',
    arrows_other: '{{count, number}} arrows that do not join two objects are left out.',
    turned_one: '{{count, number}} rotated object is placed upright.',
    turned_other: '{{count, number}} rotated objects are placed upright.',
  },
};
