import { labelText } from '../plan/labelText.ts';
import { unquoted } from './lines.ts';

/** A line that joins two things: `A "1" *-- "many" B : label`. */
export type Arrow = {
  from: string;
  to: string;
  /** What stands at the ends of the line, such as `<|`, `*` or `>>`; empty for none. */
  left: string;
  right: string;
  dashed: boolean;
  fromNumber: string;
  toNumber: string;
  label: string;
};

const name = String.raw`"[^"]+"|\[\*\]|\[[^\]]+\]|\([^)]+\)|:[^:]+:|[\p{L}\p{N}_.@$]+(?:::[\p{L}\p{N}_]+)*|\[|\]`;
const line = String.raw`(?:[-.=~]+(?:\[[^\]]*\])?(?:left|right|up|down|[lrud])?(?:\[[^\]]*\])?[-.=~]*)`;
const arrow = new RegExp(
  String.raw`^(${name})\s*(?:"([^"]*)"\s*)?([<*o+#x^0\\/]?(?:<\||<)?[|]?)(${line})([|]?(?:\|>|>)?>?[*o+#x^0\\/]?)\s*(?:"([^"]*)"\s*)?(${name})(?:\s*(?:\+\+|--|\*\*|!!)+)?(?:\s*#\w+)?\s*(?::\s*(.*))?$`,
  'u',
);

/** Reads a line that joins two things; null if it is none. */
export function readArrow(text: string): Arrow | null {
  const found = arrow.exec(text);
  if (found === null) return null;
  const [, from = '', fromNumber = '', left = '', body = '', right = '', toNumber = '', to = '', label = ''] =
    found;
  const isDashed = body.includes('.') || body.includes('~');
  return {
    from,
    to,
    fromNumber,
    toNumber,
    left,
    right,
    dashed: isDashed,
    label: labelText(unquoted(label).replace(/^[<>]\s|\s[<>]$/g, '')),
  };
}

export type ArrowEnds = 'forward' | 'backward' | 'both' | 'none';

/** Which way an arrow with these ends points. */
export function endsOf({ left, right }: Pick<Arrow, 'left' | 'right'>): ArrowEnds {
  const [pointsLeft, pointsRight] = [
    left.includes('<') || left === '^',
    right.includes('>') || right === '^',
  ];
  if (pointsLeft && pointsRight) return 'both';
  if (!pointsLeft && !pointsRight && left === '' && right === '') return 'none';
  return pointsLeft ? 'backward' : 'forward';
}
