import { branchColor } from '../../colors.ts';
import type { CompletePlan } from '../../completePlan.ts';
import { DiagramBuilder } from './diagramBuilder.ts';

/** A text with what belongs below it. */
export type Topic = { text: string; children: Topic[] };

/** A central topic with coloured branches. Goes through the topics without recursion: sources can be nested deeply. */
export function mindmapBuilder(root: Topic): DiagramBuilder {
  const builder = new DiagramBuilder(root.text.replaceAll('\n', ' '), 'mindmap');
  builder.node('0', root.text, { shape: 'ellipse', color: 'blue' });
  const open = root.children.map((topic, at) => ({
    ...{ topic, parent: '0' },
    color: branchColor(at),
  }));
  for (let at = 0; at < open.length; at += 1) {
    const next = open[at];
    if (next === undefined) break;
    const { topic, parent, color } = next;
    const name = String(at + 1);
    builder.node(name, topic.text, { color });
    builder.edge(parent, name);
    for (const child of topic.children) open.push({ topic: child, parent: name, color });
  }
  return builder;
}

/** A mind map of several topics, or null if there is none. Several are gathered under a title. */
export function mindmapPlan(topics: readonly Topic[], title: string): CompletePlan | null {
  const [only, ...others] = topics;
  if (only === undefined) return null;
  const root =
    others.length === 0 && only.children.length > 0 ? only : { text: title, children: [...topics] };
  return mindmapBuilder(root).finish();
}
