import type { DisputedItem, Letter, Span } from '../../letter';
import { isSpace } from '../../letter/lines';
import { layoutOf } from '../../letter/layouts';
import type { Marked } from '../../letter/marks';
import { runningLines } from '../../letter/running-lines';
import { standsAlone } from './fixed-words';
import { stronger, type Gap } from './gaps';

/** How the words of a part are set. `flow`: one paragraph, whatever ends its lines. `tied`: on one line. `header`: see header-rows. */
export interface Part {
  readonly span: Span;
  readonly set: 'flow' | 'tied' | 'header';
}

/** What the reader knows of a letter's form, as places in the text. */
export interface Anchors {
  /** What stands before the word at an offset. */
  readonly before: ReadonlyMap<number, Gap>;
  /** The first line end behind such an offset ends a paragraph. */
  readonly paragraphEnds: readonly number[];
  /** The inner ones last. */
  readonly parts: readonly Part[];
}

const ORDER: readonly Part['set'][] = ['header', 'flow', 'tied'];

const ROW = /State\(?s?\)?\s{1,4}of\s{1,4}Licensure\s{0,2}:|Certification\(?s?\)?\s?\/\s?Specialt(?:y|ies)\s{0,2}:/gi;
/** The form's own sentence at the head of the summary; what it announces is a paragraph of its own. */
const SUMMARY_LEAD = /\bdeveloped\s{1,6}the\s{1,6}following\s{1,6}clinical\s{1,6}case\s{1,6}summary\b[^:.;]{0,200}:/i;
const NEAR = 600;

/** What opens the sentence of a request in the layouts of 2013: a number, or the words before the request, or both. */
const OPENING = /(?:^|[\n\r\f])[ \t]*((?:\(?\d{1,2}[.)]\s{1,6}(?:(?:(?:the|regarding\s{1,4}the)\s{1,6})?(?:decision|request)\s{1,6}for\s{1,6}(?:an?\s{1,6}|the\s{1,6})?)?|Regarding\s{1,4}the\s{1,4}request\s{1,4}for\s{1,4}(?:an?\s{1,4}|the\s{1,4})?))$/i;
/** The longest such opening, with some white space inside. */
const OPENING_LENGTH = 80;

/** The anchors of all letters of a text; offsets are the text's. */
export function anchorsOf(text: string, letters: readonly Letter[], { lines, marks }: Marked): Anchors {
  const before = new Map<number, Gap>();
  const paragraphEnds: number[] = [];
  const parts: Part[] = [];
  const put = (offset: number, gap: Gap): void => {
    const word = visibleFrom(text, offset);
    before.set(word, stronger(before.get(word), gap));
  };
  const part = (start: number, end: number, set: Part['set']): void => {
    if (end > start) parts.push({ span: { start, end }, set });
  };

  for (const mark of marks) {
    const { start, end } = mark.span;
    put(start, 'paragraph');
    if (mark.type === 'heading') {
      const close = afterClosingMark(text, end);
      part(start, close, 'tied');
      put(close, text[close - 1] === ':' ? 'line' : 'paragraph');
    } else if (mark.type === 'introduction') {
      part(start, end, 'flow');
      put(end, 'paragraph');
    } else {
      const label = text.slice(start, end);
      const alone = standsAlone(label) || !/[:;：]$/.test(label);
      part(start, end, alone ? 'flow' : 'tied');
      put(end, alone ? 'line' : 'tied');
    }
  }
  // A page's line stays a line, wherever the page broke.
  for (const { start, end } of runningLines(text)) {
    put(start, 'line');
    part(start, end, 'tied');
    put(end, 'line');
  }
  for (const letter of letters) {
    put(letter.span.start, 'paragraph');
    // So does the line that ends the items.
    const close = letter.items.length > 0 ? visibleFrom(text, letter.items.at(-1)!.span.end) : letter.span.end;
    if (close < letter.span.end) {
      put(close, 'paragraph');
      put(lines.to[lines.at(close)]!, 'line');
    }
    headerAnchors(text, letter, put, part);
    for (const section of letter.sections) {
      if (section.kind === 'summary') {
        const lead = SUMMARY_LEAD.exec(text.slice(section.heading.end, Math.min(section.span.end, section.heading.end + NEAR)));
        if (lead) put(section.heading.end + lead.index + lead[0].length, 'paragraph');
      }
      if (section.kind !== 'credentials') continue;
      for (const row of text.slice(section.heading.end, section.span.end).matchAll(ROW)) put(section.heading.end + row.index, 'line');
    }
    const decision = layoutOf(letter.layout).decision;
    for (const item of letter.items) {
      if (decision === 'heading') itemHeading(text, item, put, part, paragraphEnds);
      else sentenceHeading(text, item, letter.span.start, put);
      // Fields without a label open with fixed words of their own, in late 2013 as paragraphs.
      if (decision === 'numbered') for (const field of item.fields) if (field.label.start === field.label.end) put(field.body.start, 'paragraph');
    }
  }
  return { before, paragraphEnds: paragraphEnds.sort((a, b) => a - b), parts: [...parts].sort((a, b) => ORDER.indexOf(a.set) - ORDER.indexOf(b.set)) };
}

type Put = (offset: number, gap: Gap) => void;
type AddPart = (start: number, end: number, set: Part['set']) => void;

/** Request and decision on one line: colon attached, one blank behind it. */
function itemHeading(text: string, item: DisputedItem, put: Put, part: AddPart, paragraphEnds: number[]): void {
  const { request, decision } = item;
  const end = Math.max(request.end, decision?.span.end ?? 0);
  if (end <= request.start || request.end <= request.start) return;
  put(request.start, 'paragraph');
  part(request.start, end, 'flow');
  paragraphEnds.push(end);
  if (!decision) return;
  const mark = text.slice(request.end, decision.span.start);
  const colon = mark.search(/\S/);
  if (/^\s*[:：]\s*$/.test(mark)) {
    put(request.end + colon, colon > 0 ? 'join' : 'none');
    put(decision.span.start, 'tied');
  } else if (colon < 0) {
    // Without a colon the decision is known by its own line, or by the label that follows.
    put(decision.span.start, item.fields.length === 0 && /[\r\n\f]/.test(mark) ? 'line' : 'tied');
  }
}

/** A request that is the object of a sentence starts a paragraph with that sentence's first words. */
function sentenceHeading(text: string, item: DisputedItem, floor: number, put: Put): void {
  const from = Math.max(floor, item.request.start - OPENING_LENGTH);
  const found = OPENING.exec(text.slice(from, item.request.start));
  if (found && (found.index > 0 || from === floor || /[\n\r\f]/.test(found[0][0]!))) put(item.request.start - found[1]!.length, 'paragraph');
}

/** One row of the table per line where label and value are neighbours; every token on a line of its own where the table is torn. */
function headerAnchors(text: string, letter: Letter, put: Put, part: AddPart): void {
  if (letter.header.length === 0) return;
  let start = Infinity;
  let end = 0;
  const add = (span: Span, gap: Gap): void => {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
    put(span.start, gap);
    part(span.start, span.end, 'tied');
  };
  for (const { kind, label, value } of letter.header) {
    add(label, 'line');
    if (!value) continue;
    const neighbours = value.start >= label.end && visibleFrom(text, label.end) === value.start;
    add(value, neighbours ? 'tied' : 'line');
    // "Application <date> Received:": the label's second line stands behind its value.
    const rest = visibleFrom(text, value.end);
    if (kind === 'applicationReceived' && /^Received\s{0,3}:/i.test(text.slice(rest, rest + 14))) put(rest, 'tied');
  }
  put(start, 'paragraph');
  part(start, end, 'header');
}

function visibleFrom(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Behind a heading's own colon or full stop. */
function afterClosingMark(text: string, end: number): number {
  const mark = visibleFrom(text, end);
  return (text[mark] === ':' || text[mark] === '.') && mark - end < 4 ? mark + 1 : end;
}
