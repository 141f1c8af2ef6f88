const perRow = 25;
const [columnWidth, rowHeight] = [220, 130];

/** An exported canvas of so many objects, as `createCanvas` reads it: rows of boxes, each connected with the next. */
export function flowFile(title: string, count: number): string {
  const boxes = Math.ceil((count + 1) / 2);
  const at = (index: number) => ({
    x: (index % perRow) * columnWidth,
    y: Math.floor(index / perRow) * rowHeight,
  });
  const color = (index: number) => ['NEUTRAL', 'BLUE', 'GREEN', 'YELLOW'][index % 4];
  const shapes = Array.from({ length: boxes }, (_, index) => ({
    ...{ kind: 'SHAPE', id: `box ${index}`, zIndex: index, color: color(index), parentId: null },
    ...{ ...at(index), width: 160, height: 70, shape: 'RECTANGLE' },
    ...{ text: `Step ${index + 1}`, lines: [`Step ${index + 1}`], fontSize: 16 },
  }));
  const connectors = Array.from({ length: count - boxes }, (_, index) => {
    const [from, to] = [at(index), at(index + 1)];
    return {
      ...{ kind: 'CONNECTOR', id: `line ${index}`, zIndex: boxes + index, color: 'NEUTRAL' },
      ...{ fromId: `box ${index}`, toId: `box ${index + 1}`, style: 'SOLID', arrowhead: true },
      points: [
        { x: from.x + 160, y: from.y + 35 },
        { x: to.x, y: to.y + 35 },
      ],
      ...{ label: null, labelAt: null },
    };
  });
  return JSON.stringify({
    ...{ type: 'collabcanvas', formatVersion: 2 },
    title,
    objects: [...shapes, ...connectors],
  });
}
