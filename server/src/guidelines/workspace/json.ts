import type { Span } from '../../letter/letter';

/** A value of a JSON text with its place; UTF-16 code units, half-open. */
export interface JsonNode extends Span {
  readonly value: unknown;
  /** Of an object: its members in the order of the text. */
  readonly members?: readonly { readonly key: JsonNode; readonly node: JsonNode }[];
  /** Of a list: its values. */
  readonly items?: readonly JsonNode[];
}

/** Deeper nesting is no file of guidelines. */
const DEEPEST = 32;

/** The value of a JSON text, or the offset from which on it is none. Never throws; time linear in the text. */
export function readJson(text: string): JsonNode | { readonly brokenAt: number } {
  let at = 0;
  const broken = (): never => {
    throw at;
  };
  const blank = (): void => {
    while (/[ \t\r\n\ufeff]/.test(text.charAt(at))) at++;
  };
  const take = (sign: string): boolean => {
    blank();
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  const scalar = (start: number): JsonNode => {
    if (text[at] === '"') {
      for (at++; at < text.length && text[at] !== '"' && text[at] !== '\n'; at++) if (text[at] === '\\') at++;
      at++;
    } else while (/[\w.+-]/.test(text.charAt(at))) at++;
    try {
      return { start, end: at, value: JSON.parse(text.slice(start, at)) as unknown };
    } catch {
      at = start;
      return broken();
    }
  };
  const read = (depth: number): JsonNode => {
    blank();
    const start = at;
    if (depth > DEEPEST) broken();
    if (take('{')) {
      const members: { key: JsonNode; node: JsonNode }[] = [];
      if (!take('}')) {
        do {
          blank();
          if (text[at] !== '"') broken();
          const key = scalar(at);
          if (!take(':')) broken();
          members.push({ key, node: read(depth + 1) });
        } while (take(','));
        if (!take('}')) broken();
      }
      return { start, end: at, members, value: Object.fromEntries(members.map(({ key, node }) => [key.value, node.value])) };
    }
    if (take('[')) {
      const items: JsonNode[] = [];
      if (!take(']')) {
        do items.push(read(depth + 1));
        while (take(','));
        if (!take(']')) broken();
      }
      return { start, end: at, items, value: items.map(({ value }) => value) };
    }
    return scalar(start);
  };
  try {
    const node = read(0);
    blank();
    return at < text.length ? broken() : node;
  } catch (offset) {
    return { brokenAt: Math.min(typeof offset === 'number' ? offset : at, text.length) };
  }
}
