import { layOut } from './layOut.ts';

/** Starts the first layout thread and loads its fonts and Graphviz, which takes a second or two, before the first job needs it. */
export async function warmUpLayout(): Promise<void> {
  const [from, to] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
  const node = {
    type: 'node',
    shape: 'rect',
    text: 'Warm up',
    color: null,
    parent: null,
    order: null,
  } as const;
  const edge = {
    type: 'edge',
    id: '00000000-0000-4000-8000-000000000003',
    label: 'yes',
    style: null,
  } as const;
  const objects = [
    { ...node, id: from },
    { ...node, id: to },
    { ...edge, from, to },
  ];
  const diagram = { layout: 'flow', direction: 'right', objects } as const;
  const changes = {
    added: [],
    links: [],
    existingFrames: new Map(),
    updates: new Map(),
    deletions: new Set<string>(),
    arrangement: null,
  };
  await layOut({ plan: { diagram, ...changes }, existing: [], selection: [], now: [], placed: [] });
}
