import { FIELD_KINDS, foldedText } from '../letter';
import type { DecisionValue, FieldKind, Letter, SectionKind } from '../letter';
import { headingText, labelText, layoutOf } from '../letter/layouts';
import { fieldSpan, isBlank, visibleEnd, visibleStart } from './places';

/** How a letter writes what a fix may have to add to it. */
export interface Manner {
  /** The line end of most of its lines. */
  readonly lineEnd: string;
  /** What stands between two blocks (heading and field, field and field): always with a line break. */
  readonly separator: string;
  /** What stands between a section's heading and its text. */
  readonly headingGap: string;
  /** What stands between a request and its decision: `: `. */
  readonly decisionMark: string;
  /** What stands between a label and its text: a blank, most often. */
  readonly labelGap: string;
  readonly labels: Readonly<Record<FieldKind, string>>;
  readonly decisions: Readonly<Record<DecisionValue, string>>;
}

/** For layouts whose data name no label of a field. */
const USUAL_LABELS: Readonly<Record<FieldKind, string>> = {
  claimsAdministratorGuideline: 'Claims Administrator guideline',
  reviewerGuideline: 'MAXIMUS guideline',
  rationale: 'Decision rationale',
};

const known = new WeakMap<Letter, Manner>();

/** The manner of a letter, worked out once per letter. Time linear in the letter's length. */
export function mannerOf(text: string, letter: Letter): Manner {
  let manner = known.get(letter);
  if (!manner) {
    manner = observe(text, letter);
    known.set(letter, manner);
  }
  return manner;
}

/**
 * The heading of a section in the words of the letter's layout; the kind itself
 * where the layout has none. Headings in small letters close with a colon,
 * those in capitals do not (observed in letters).
 */
export function sectionHeading(letter: Letter, kind: SectionKind): string {
  const heading = headingText(layoutOf(letter.layout), kind) ?? kind.toUpperCase();
  return /[a-z]/.test(heading) && kind !== 'notice' && !heading.endsWith(':') ? `${heading}:` : heading;
}

function observe(text: string, letter: Letter): Manner {
  const lineEnd = usualLineEnd(text, letter);
  const decisionMark = decisionMarkOf(text, letter);
  const headingGap =
    mostFrequent(letter.sections.map((section) => gapAfter(text, section.heading.end, letter.span.end))) ?? lineEnd;
  return {
    lineEnd,
    separator: separatorOf(text, letter) ?? lineEnd + lineEnd,
    headingGap,
    decisionMark,
    labelGap: labelGapOf(text, letter) ?? (labelsStandAlone(letter) ? lineEnd : ' '),
    labels: labelsOf(text, letter),
    decisions: decisionsOf(text, letter, decisionMark),
  };
}

function usualLineEnd(text: string, letter: Letter): string {
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  for (let i = letter.span.start; i < letter.span.end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10) lf += 1;
    else if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) {
        crlf += 1;
        i += 1;
      } else cr += 1;
    }
  }
  if (crlf > 0 && crlf >= lf && crlf >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

/**
 * The most frequent gap between neighbouring blocks of the items. A letter cut
 * off before its first field shows its manner between its sections.
 */
function separatorOf(text: string, letter: Letter): string | undefined {
  const gaps: string[] = [];
  for (const item of letter.items) {
    let end = Math.max(item.request.end, item.decision?.span.end ?? 0);
    for (const field of item.fields) {
      const span = fieldSpan(field);
      gaps.push(text.slice(end, span.start));
      end = span.end;
    }
  }
  const ofItems = mostFrequent(gaps.map(asSeparator));
  if (ofItems !== undefined) return ofItems;
  const starts = letter.sections.map((section) => section.heading.start);
  const first = letter.items[0];
  if (letter.introduction && first) starts.push(first.span.start);
  return mostFrequent(starts.map((start) => asSeparator(gapBefore(text, letter.span.start, start))));
}

/** White space with a line break and without a page break, up to its last line break; else nothing. */
function asSeparator(gap: string): string {
  if (/[^\s]|\f/.test(gap)) return '';
  return gap.slice(0, Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1);
}

function gapBefore(text: string, from: number, to: number): string {
  return text.slice(visibleEnd(text, from, to), to);
}

/** From a heading's last visible character to its text; nothing at the end of the letter or on the same line. */
function gapAfter(text: string, from: number, to: number): string {
  const start = text[from] === ':' ? from + 1 : from;
  const next = visibleStart(text, start, to);
  return next < to ? asSeparator(text.slice(start, next)) : '';
}

/** A colon with its blanks; in layouts that decide in a sentence the blank, with the verb where it is no part of the decision. */
function decisionMarkOf(text: string, letter: Letter): string {
  const sentence = decidesInSentence(letter);
  const pattern = sentence ? /^\s+(?:(?:is|are|was|were)\s+)?$/ : /^\s*:\s*$/;
  const marks = letter.items.map((item) => {
    if (!item.decision || item.request.start === item.request.end) return '';
    const mark = text.slice(item.request.end, item.decision.span.start);
    return mark.length < 20 && pattern.test(mark) ? mark : '';
  });
  return mostFrequent(marks) ?? (sentence ? ' ' : ': ');
}

function decidesInSentence(letter: Letter): boolean {
  return layoutOf(letter.layout).decision !== 'heading';
}

function labelGapOf(text: string, letter: Letter): string | undefined {
  return mostFrequent(
    letter.items.flatMap((item) =>
      item.fields.map((field) => {
        if (field.body.start === field.body.end || field.label.start === field.label.end) return '';
        const gap = text.slice(field.label.end, field.body.start);
        return /[^\s]|\f/.test(gap) ? '' : gap;
      }),
    ),
  );
}

/** In layouts whose labels are lines of their own, the text begins on the next. */
function labelsStandAlone(letter: Letter): boolean {
  const { labels } = layoutOf(letter.layout);
  return labels.length > 0 && labels.every((label) => label.aloneOnLine);
}

function labelsOf(text: string, letter: Letter): Record<FieldKind, string> {
  const written = (kind: FieldKind): string | undefined =>
    mostFrequent(
      letter.items.flatMap((item) =>
        item.fields.filter((field) => field.kind === kind).map((field) => foldedText(text, field.label)),
      ),
    );
  const own = Object.fromEntries(FIELD_KINDS.map((kind) => [kind, written(kind)]));
  const others = Object.values(own).filter((label) => label !== undefined);
  const colon = others.length === 0 ? ':' : (mostFrequent(others.map((label) => /\s?:$/.exec(label)?.[0] ?? '')) ?? '');
  const layout = layoutOf(letter.layout);
  const label = (kind: FieldKind): string => own[kind] ?? (labelText(layout, kind) ?? USUAL_LABELS[kind]) + colon;
  return {
    claimsAdministratorGuideline: label('claimsAdministratorGuideline'),
    reviewerGuideline: label('reviewerGuideline'),
    rationale: label('rationale'),
  };
}

function decisionsOf(text: string, letter: Letter, mark: string): Record<DecisionValue, string> {
  const written = (value: DecisionValue): string | undefined =>
    mostFrequent(
      letter.items.map((item) => (item.decision?.value === value ? foldedText(text, item.decision.span) : '')),
    );
  const own = { upheld: written('upheld'), overturned: written('overturned') };
  if (decidesInSentence(letter)) {
    const verb = /[a-z]/.test(mark) ? '' : 'is ';
    return {
      upheld: own.upheld ?? `${verb}not medically necessary and appropriate`,
      overturned: own.overturned ?? `${verb}medically necessary and appropriate`,
    };
  }
  const capitals = [own.upheld, own.overturned].some((word) => word !== undefined && /^[A-Z]+$/.test(word));
  const word = (usual: string): string => (capitals ? usual.toUpperCase() : usual);
  return { upheld: own.upheld ?? word('Upheld'), overturned: own.overturned ?? word('Overturned') };
}

/** The most frequent string that is not empty; the shorter, then the earlier one, where two are as frequent. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | undefined;
  for (const [value, count] of counts) {
    const most = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== undefined && value.length < best.length)) best = value;
  }
  return best;
}

/** How many of the blanks of `expected` stand in the text from `at` on; a line break may part it from what follows, so it does not count. */
export function alreadyThere(text: string, at: number, expected: string): number {
  let length = 0;
  while (length < expected.length && isBlank(text, at + length) && text[at + length] === expected[length]) length += 1;
  return length;
}
