type Binding = { elementId: string } | null;

/** What is read of an element of an `.excalidraw` file. */
export type FileElement = {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  angle: number;
  strokeColor: string;
  backgroundColor: string;
  strokeStyle: string;
  /** Of a frame. */
  name: string;
  /** Of a text, with and without the line breaks of its wrapping. */
  text: string;
  originalText: string;
  fontSize: number;
  /** The shape or arrow that holds a text. */
  containerId: string | null;
  points: readonly (readonly [number, number])[];
  startBinding: Binding;
  endBinding: Binding;
  startArrowhead: string | null;
  endArrowhead: string | null;
  isDeleted: false;
};

/** Ids of the server's format are at most this long. */
const maxIdLength = 200;

/** The elements of a file; what is missing or wrong in them is as in a new element, without a place they are left out. */
export function readElements(content: unknown): FileElement[] {
  const elements = fieldsOf(content).elements;
  return Array.isArray(elements) ? elements.flatMap((element) => readElement(fieldsOf(element)) ?? []) : [];
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

function readElement(fields: Fields): FileElement | null {
  const { id, type, x, y } = fields;
  if (typeof id !== 'string' || id === '' || id.length > maxIdLength || typeof type !== 'string') return null;
  if (fields.isDeleted === true || !isNumber(x) || !isNumber(y)) return null;
  const text = textIn(fields.text, '');
  return {
    ...{ id, type, x, y, isDeleted: false },
    width: numberIn(fields.width, 0),
    height: numberIn(fields.height, 0),
    angle: numberIn(fields.angle, 0),
    strokeColor: textIn(fields.strokeColor, ''),
    backgroundColor: textIn(fields.backgroundColor, 'transparent'),
    strokeStyle: textIn(fields.strokeStyle, 'solid'),
    name: textIn(fields.name, ''),
    ...{ text, originalText: textIn(fields.originalText, text) },
    fontSize: numberIn(fields.fontSize, 20),
    containerId: typeof fields.containerId === 'string' ? fields.containerId : null,
    points: pointsIn(fields.points),
    startBinding: bindingIn(fields.startBinding),
    endBinding: bindingIn(fields.endBinding),
    startArrowhead: typeof fields.startArrowhead === 'string' ? fields.startArrowhead : null,
    endArrowhead: typeof fields.endArrowhead === 'string' ? fields.endArrowhead : null,
  };
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);
const numberIn = (value: unknown, other: number): number => (isNumber(value) ? value : other);
const textIn = (value: unknown, other: string): string => (typeof value === 'string' ? value : other);

function pointsIn(value: unknown): [number, number][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((point: unknown): [number, number][] => {
    const [x, y] = Array.isArray(point) ? point : [];
    return isNumber(x) && isNumber(y) ? [[x, y]] : [];
  });
}

function bindingIn(value: unknown): Binding {
  const { elementId } = fieldsOf(value);
  return typeof elementId === 'string' ? { elementId } : null;
}
