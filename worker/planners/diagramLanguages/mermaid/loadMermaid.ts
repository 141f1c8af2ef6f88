/** A diagram as Mermaid parsed it. The form of `db` depends on the type. */
export type MermaidDiagram = { type: string; db: unknown };

export type ParseMermaid = (text: string) => Promise<MermaidDiagram>;

let loading: Promise<ParseMermaid> | null = null;

/** Loads Mermaid's parser when it is first needed: that takes about a second, and gives this thread a `window`. */
export function loadMermaid(): Promise<ParseMermaid> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ParseMermaid> {
  const { Window } = await import('happy-dom');
  const window = new Window();
  // Mermaid's sanitiser looks for them once, when it is loaded.
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('./generated/mermaid.js');
  // Mermaid refuses a whole flowchart of more than 500 connectors. Here a job's limit counts, with a warning.
  mermaid.initialize({ startOnLoad: false, maxEdges: 100_000 });
  // Registers the diagram types.
  await mermaid.parse('info');
  return (text) => mermaid.mermaidAPI.getDiagramFromText(text);
}
