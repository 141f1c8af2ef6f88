import { type Box, boundsOf, inflate } from '../../../src/canvas/model/geometry.ts';
import { isBox } from '../../../src/canvas/model/objectKinds.ts';
import type { SketchObjectFieldsFragment } from '../generated/graphql.ts';
import { palette } from './palette.ts';
import './thumbnail.css';

type SketchObject = SketchObjectFieldsFragment;
type Closed = Exclude<SketchObject, { __typename: 'Connector' }>;

const margin = 24;

/** A small image of a canvas: shapes and lines without text. */
export function CanvasThumbnail({ objects }: { objects: readonly SketchObject[] }) {
  const closed = objects.filter(isBox);
  const bounds = boundsOf(objects.flatMap(boxesOf));
  if (bounds === null) return <div className="thumbnail thumbnail-empty" />;
  const { x, y, width, height } = inflate(bounds, margin);
  return (
    <svg className="thumbnail" viewBox={`${x} ${y} ${width} ${height}`} aria-hidden>
      {closed.filter((object) => object.__typename === 'Frame').map(drawClosed)}
      {objects.map((object) => object.__typename === 'Connector' && drawLine(object))}
      {closed.filter((object) => object.__typename === 'Shape').map(drawClosed)}
    </svg>
  );
}

/** The area of an object. Connectors may lie outside all shapes. */
function boxesOf(object: SketchObject): readonly Box[] {
  if (isBox(object)) return [object];
  return object.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }));
}

function drawLine({ id, points }: Extract<SketchObject, { __typename: 'Connector' }>) {
  return <polyline key={id} points={points.map((point) => `${point.x},${point.y}`).join(' ')} />;
}

function drawClosed(object: Closed) {
  const { id, x, y, width, height } = object;
  const swatch = palette[object.color];
  if (object.__typename === 'Frame') {
    const paint = { fill: swatch.frameFill, stroke: swatch.frameStroke };
    return <rect key={id} {...{ x, y, width, height }} rx={10} {...paint} />;
  }
  const paint = { fill: swatch.fill, stroke: swatch.stroke };
  switch (object.shape) {
    case 'ELLIPSE':
      return (
        <ellipse key={id} cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} {...paint} />
      );
    case 'DIAMOND':
      return <path key={id} d={diamond(object)} {...paint} />;
    case 'STICKY':
      return <rect key={id} {...{ x, y, width, height }} rx={6} fill={swatch.sticky} stroke="none" />;
    case 'TEXT':
      return (
        <rect
          key={id}
          {...{ x, width }}
          y={y + height / 3}
          height={height / 3}
          rx={6}
          fill={swatch.stroke}
          stroke="none"
          opacity={0.5}
        />
      );
    case 'RECTANGLE':
      return <rect key={id} {...{ x, y, width, height }} rx={10} {...paint} />;
  }
}

function diamond({ x, y, width, height }: Box): string {
  return `M${x + width / 2} ${y}l${width / 2} ${height / 2}l${-width / 2} ${height / 2}l${-width / 2} ${-height / 2}z`;
}
