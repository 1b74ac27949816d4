import { foldedText, type Span } from '../../letter';
import type { TextTarget } from '../../annotations/model';
import { placeOf } from '../../annotations/target';
import type { ReadText } from './looked-for';
import { oneLine } from './one-line';

const LONGEST_REQUEST = 200;

/** Which part of a letter something belongs to, as the client is told. */
export interface PartOf {
  readonly letter: number;
  readonly item: number | null;
  readonly request: string;
  readonly field: string | null;
}

/** Answers where things belong in one text; each part of it is looked at once. */
export class ItemRequests {
  private readonly requests = new Map<string, string>();
  private readonly parts: PartOf[] = [];
  /** Where parts begin and end; between two of them all belongs to one part. */
  private readonly edges: Float64Array;

  constructor(private readonly read: ReadText) {
    const ends = ({ start, end }: Span): number[] => [start, end];
    this.edges = Float64Array.from(
      read.letters.flatMap(({ span, sections, items }) => [
        ...ends(span),
        ...sections.flatMap((section) => ends(section.span)),
        ...items.flatMap((item) => [...ends(item.span), ...ends(item.request), ...(item.decision ? ends(item.decision.span) : []), ...item.fields.flatMap(({ label, body }) => [label.start, body.start, body.end])]),
      ]),
    ).sort();
  }

  /** The part in which a passage stands: that of its first visible character. */
  at({ start, end }: Span): PartOf {
    let first = start;
    while (first < end && /\s/.test(this.read.text.charAt(first))) first++;
    if (first === end) first = start;
    let low = 0;
    let high = this.edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.edges[middle]! <= first) low = middle + 1;
      else high = middle;
    }
    return (this.parts[low] ??= this.part(first));
  }

  private part(offset: number): PartOf {
    const { letter, index, field } = placeOf(this.read, { start: offset, end: offset + 1 });
    return { letter, item: index < 0 ? null : index, request: this.request(letter, index), field };
  }

  /** The part that a passage without a place was made in, the item known by its request. */
  made({ 'imr:letter': hinted, 'imr:item': hint, 'imr:field': field }: TextTarget): PartOf {
    const { letters, text } = this.read;
    const letter = Math.min(hinted, Math.max(0, letters.length - 1));
    if (hint === null || hint.request === '') return { letter, item: null, request: '', field };
    const same = (letters[letter]?.items ?? []).flatMap((item, index) => (foldedText(text, item.request).startsWith(hint.request) ? [index] : []));
    const item = same.includes(hint.index) ? hint.index : same.length === 1 ? same[0]! : null;
    return { letter, item, request: item === null ? oneLine(hint.request, LONGEST_REQUEST) : this.request(letter, item), field };
  }

  request(letter: number, item: number): string {
    const found = this.read.letters[letter]?.items[item];
    if (found === undefined) return '';
    const key = `${letter} ${item}`;
    let request = this.requests.get(key);
    if (request === undefined) this.requests.set(key, (request = oneLine(foldedText(this.read.text, found.partial?.remaining ?? found.request), LONGEST_REQUEST)));
    return request;
  }
}
