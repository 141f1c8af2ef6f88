/** Endings of files in diagram languages, except JSON, whose content decides. */
export const diagramEndings = [
  ...['mmd', 'mermaid', 'dot', 'gv', 'graphviz', 'puml', 'plantuml', 'uml', 'iuml'],
  ...['csv', 'tsv', 'md', 'markdown', 'yaml', 'yml', 'sql'],
];

/** The files that can be imported, for a file field. */
export const acceptedFiles = [...diagramEndings, 'json', 'excalidraw', 'txt']
  .map((ending) => `.${ending}`)
  .join(',');
