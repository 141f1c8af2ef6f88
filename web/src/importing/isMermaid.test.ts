import { expect, test } from 'vitest';
import { isMermaid } from './isMermaid.ts';

test.each([
  'flowchart LR\n  a --> b',
  '---\ntitle: "Flowchart"\n---\nflowchart LR\n  n1["A"]',
  '%% a comment\ngraph TD; a --> b',
  'sequenceDiagram\n  A->>B: Hi',
  'stateDiagram-v2\n  [*] --> Open',
  'mindmap\n  Tea',
])('%j is Mermaid', (text) => expect(isMermaid(text)).toBe(true));

test.each([
  'graph the results',
  'mindmap of tea',
  'timeline',
  'A -> B',
  '{"type": "excalidraw/clipboard"}',
  '',
])('%j is another text', (text) => expect(isMermaid(text)).toBe(false));
