import { fieldOf, type DisputedItem, type Letter, type Span } from '../letter';

/** A stretch of a letter that a person wrote in sentences. */
export interface Passage {
  readonly kind: 'summary' | 'rationale';
  /** Zero-based index of the disputed item; `null` for the summary. */
  readonly item: number | null;
  readonly span: Span;
}

const known = new WeakMap<Letter, readonly Passage[]>();

/**
 * The clinical case summary without its heading and a colon behind it, and each item's (first)
 * rationale, in the order of the text; empty ones are left out. Worked out once
 * per letter.
 */
export function passagesOf(text: string, letter: Letter): readonly Passage[] {
  let passages = known.get(letter);
  if (passages === undefined) known.set(letter, (passages = read(text, letter)));
  return passages;
}

/** The rationale of an item, without label and surrounding white space; `undefined` where it is missing or empty. */
export function rationaleOf(item: DisputedItem): Span | undefined {
  const body = fieldOf(item, 'rationale')?.body;
  return body !== undefined && body.start < body.end ? body : undefined;
}

function read(text: string, letter: Letter): Passage[] {
  const passages: Passage[] = letter.sections.flatMap((section): Passage[] => {
    if (section.kind !== 'summary') return [];
    const words = text.slice(section.heading.end, section.span.end);
    // `Case Summary:` (observed in letters of 2013): the colon is the heading's.
    const start = section.heading.end + (/^[^\S\r\n]{0,4}[:：]/.exec(words)?.[0].length ?? 0);
    const span = { start, end: section.span.end };
    return /\S/.test(text.slice(span.start, span.end)) ? [{ kind: 'summary', item: null, span }] : [];
  });
  letter.items.forEach((item, index) => {
    const span = rationaleOf(item);
    if (span !== undefined) passages.push({ kind: 'rationale', item: index, span });
  });
  return passages.sort((a, b) => a.span.start - b.span.start);
}
