import type { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { mindmapBuilder, type Topic } from '../plan/outline.ts';
import { mermaidText } from './text.ts';

type MindmapNode = { descr: string; children: MindmapNode[] };

export function readMermaidMindmap(db: { getMindmap(): MindmapNode | null }): DiagramBuilder {
  const root = db.getMindmap();
  return mindmapBuilder(root === null ? { text: 'Mind map', children: [] } : topicOf(root));
}

const topicOf = ({ descr, children }: MindmapNode): Topic => ({
  text: mermaidText(descr),
  children: children.map(topicOf),
});
