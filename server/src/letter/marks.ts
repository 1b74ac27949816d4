import { LAYOUTS } from './layouts';
import type { FieldKind, SectionKind, Span } from './letter';
import { isSpace, linesOf, type Lines } from './lines';
import { literal } from './literal';
import { misspelt } from './misspelling';
import { lettersOf, phrase, phraseEnd, PhraseTable } from './phrase';

/** A fixed word of the form, found in the text. */
export type Mark =
  | { readonly type: 'heading'; readonly kind: SectionKind; readonly span: Span; readonly line: number }
  | { readonly type: 'introduction'; readonly span: Span; readonly line: number }
  | { readonly type: 'label'; readonly field: FieldKind; readonly span: Span; readonly line: number };

export interface Marked {
  readonly lines: Lines;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
}

interface LabelMeaning {
  readonly field: FieldKind;
  readonly aloneOnLine: boolean;
  /** A label only where the field before it is this one. */
  readonly behind: FieldKind | undefined;
}

const HEADING_PHRASES = LAYOUTS.flatMap((layout) => layout.headings.map((heading) => phrase(heading.text, heading.kind)));
const HEADINGS = new PhraseTable<SectionKind>(HEADING_PHRASES);

const LABEL_PHRASES = LAYOUTS.flatMap((layout) =>
  layout.labels.map((label) => phrase<LabelMeaning>(label.text, { field: label.field, aloneOnLine: label.aloneOnLine === true, behind: label.behind })),
);
const LABELS = new PhraseTable<LabelMeaning>(LABEL_PHRASES);

type LabelMatch = NonNullable<ReturnType<typeof LABELS.match>>;

/** Only what is long enough to be told from other words is recognized with slips in it. */
const LONG_HEADINGS = HEADING_PHRASES.filter((heading) => heading.letters.length >= 15);
const LONG_LABELS = LABEL_PHRASES.filter((label) => label.letters.length >= 15);
const LONGEST_LABEL = 60;
const LONGEST_HEADING = 70;

const INTRODUCTIONS = [...new Set(LAYOUTS.flatMap((layout) => layout.introduction))]
  .map(lettersOf)
  .sort((a, b) => b.length - a.length);

/** An introduction's own colon is looked for so far behind its last known word. */
const INTRODUCTION_REST = 80;

/** A line longer than this was never wrapped: fixed words may stand inside it. */
const FLOWED_LINE = 300;

/** Labels spelt exactly, to be found inside a line where an extractor has lost the line end. */
const EXACT_LABEL = exactly(LAYOUTS.flatMap((layout) => layout.labels.filter((l) => !l.aloneOnLine && !l.behind).map((l) => l.text)), '\\s{0,2}:');
const EXACT_HEADING = exactly(
  LAYOUTS.flatMap((layout) => layout.headings.map((heading) => heading.text)).filter((text) => text === text.toUpperCase() && text.length > 20),
  '',
);

function exactly(texts: readonly string[], tail: string): RegExp {
  const words = [...new Set(texts)].map((text) => literal(text, 4));
  return new RegExp(`(?:${words.join('|')})${tail}`, 'g');
}

/** Finds every fixed word of every layout, in one pass over the lines. */
export function marksOf(text: string): Marked {
  const lines = linesOf(text, cutsOf(text));
  const marks: Mark[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (lines.isBlank(line)) continue;
    const from = lines.from[line]!;
    const heading = headingAt(text, lines, line);
    if (heading) {
      marks.push(heading);
      const rest = skipSpace(text, heading.span.end + (text[heading.span.end] === ':' ? 1 : 0), lines.to[line]!);
      if (rest < lines.to[line]!) pushIntroduction(text, lines, line, rest, marks);
      continue;
    }
    if (pushIntroduction(text, lines, line, from, marks)) continue;
    const label = labelAt(text, lines, line, marks.at(-1));
    if (label) marks.push(label);
  }
  return { lines, marks };
}

function headingAt(text: string, lines: Lines, line: number): Extract<Mark, { type: 'heading' }> | undefined {
  const from = lines.from[line]!;
  if (!/[A-Z01l|]/.test(text[from]!)) return undefined;
  const found = HEADINGS.match(text, from);
  if (!found) return misspeltHeading(text, lines, line);
  const spelling = text.slice(from, found.end);
  const shouted = spelling === spelling.toUpperCase();
  const exact = found.phrase.texts.includes(spelling.replace(/\s+/g, ' '));
  if (!shouted && !exact && !isTitled(spelling)) return misspeltHeading(text, lines, line);
  let end = found.end;
  if (text[end] === ')') end++;
  const lineOfEnd = end <= lines.end[line]! ? line : lines.at(end);
  const rest = text.slice(end, lines.to[lineOfEnd]!).trim();
  const whole = rest === '' || rest === ':' || rest === '.';
  // Text behind a heading: a sentence where line ends were lost, or what follows the colon of a heading that a layout has in small letters.
  const runIn = rest.startsWith(':') && found.phrase.texts.some((known) => known !== known.toUpperCase());
  const followed = exact && (runIn || (shouted && rest !== '' && /^\s+[A-Z"“(]\S*(?:\s+\S+){4}/.test(text.slice(end, end + 200))));
  if (!whole && !followed) return undefined;
  return { type: 'heading', kind: found.phrase.means, span: { start: from, end }, line: lineOfEnd };
}

function labelAt(text: string, lines: Lines, line: number, before: Mark | undefined): Mark | undefined {
  const from = lines.from[line]!;
  const found = LABELS.match(text, from);
  if (!found) return misspeltLabel(text, lines, line);
  const { behind } = found.phrase.means;
  if (behind && !(before?.type === 'label' && before.field === behind)) return undefined;
  const colon = skipSpace(text, found.end, Math.min(text.length, found.end + 8));
  const mark = text[colon];
  if (mark === ':' || mark === ';' || mark === '：') {
    return label(found.phrase.means.field, from, colon + 1, lines);
  }
  const lineOfEnd = lines.at(found.end);
  if (found.phrase.means.aloneOnLine && skipSpace(text, found.end, lines.end[lineOfEnd]!) >= lines.to[lineOfEnd]!) {
    return label(found.phrase.means.field, from, found.end, lines);
  }
  return behind ? undefined : labelWithoutColon(text, lines, line, found, before);
}

/** Another mark stands in the colon's place, or none: "Decision rationale. The joint …". */
const BODY_BEHIND = /^(?:\s{0,2}[.\-–—](?=\s)|(?=\s{1,4}["“(]?[A-Z]))/;

/** A label that lacks its colon: spelt as known, in its place among the fields, and the first behind a line that has come to its end. */
function labelWithoutColon(text: string, lines: Lines, line: number, found: LabelMatch, before: Mark | undefined): Mark | undefined {
  const spelling = text.slice(lines.from[line]!, found.end).replace(/\s+/g, ' ');
  const { field } = found.phrase.means;
  if (!isNext(field, before) || !found.phrase.texts.some((known) => known === spelling || known.toUpperCase() === spelling)) return undefined;
  const mark = BODY_BEHIND.exec(text.slice(found.end, found.end + 12));
  if (!mark) return undefined;
  if (field === 'claimsAdministratorGuideline' && line > 0 && !lines.isBlank(line - 1)) {
    const above = text.slice(Math.max(lines.from[line - 1]!, lines.to[line - 1]! - 12), lines.to[line - 1]!);
    if (!/(?:[.?!:)]["”’]?|upheld|overturned)$/i.test(above)) return undefined;
  }
  return label(field, lines.from[line]!, found.end + mark[0].length, lines);
}

/** A field follows the one before it in an item. */
function isNext(field: FieldKind, before: Mark | undefined): boolean {
  if (field === 'claimsAdministratorGuideline') return before !== undefined && (before.type !== 'label' || before.field === 'rationale');
  return before?.type === 'label' && before.field !== field && before.field !== 'rationale';
}

/** "Clinical Case Summary": each word begins with a capital but for the small ones. */
function isTitled(spelling: string): boolean {
  return spelling.split(/\s+/).every((word) => /^[^a-z]/.test(word) || /^(?:and|at|by|for|of|the|was)\b/.test(word));
}

/** Capitals as they were printed: small letters and digits that look like them are read for them, and "&" for "and". */
function capitals(words: string): string {
  return words.replace(/[l1|]/g, 'I').replace(/0/g, 'O').replace(/&/g, 'AND');
}

/** A whole line in capitals that is a heading but for a letter or two. */
function misspeltHeading(text: string, lines: Lines, line: number): Extract<Mark, { type: 'heading' }> | undefined {
  const from = lines.from[line]!;
  let to = lines.to[line]!;
  if (to - from > LONGEST_HEADING || to - from < 15) return undefined;
  if (text[to - 1] === ':') to--;
  const words = capitals(text.slice(from, to));
  if (words !== words.toUpperCase()) return undefined;
  const letters = lettersOf(words);
  const found = LONG_HEADINGS.find((heading) => heading.letters === letters) ?? misspelt(letters, LONG_HEADINGS);
  return found && { type: 'heading', kind: found.means, span: { start: from, end: to }, line };
}

/** A label but for a letter or two, with its colon, at the start of a line. */
function misspeltLabel(text: string, lines: Lines, line: number): Mark | undefined {
  const from = lines.from[line]!;
  const words = text.slice(from, Math.min(lines.to[line]!, from + LONGEST_LABEL));
  const colon = words.indexOf(':');
  if (colon < 14) return undefined;
  const found = misspelt(lettersOf(words.slice(0, colon)), LONG_LABELS);
  return found && label(found.means.field, from, from + colon + 1, lines);
}

/**
 * The right spelling of a label or a heading that a person misspelt, `null`
 * where it is right. White space, case and punctuation are no slips. `words` is
 * a label without its colon, or a heading.
 */
export function rightSpelling(words: string, of: 'label' | 'heading'): string | null {
  const letters = lettersOf(words);
  const known = of === 'label' ? LABEL_PHRASES : HEADING_PHRASES;
  if (known.some((phrase) => phrase.letters === letters)) return null;
  return misspelt<{ letters: string; texts: readonly string[] }>(letters, of === 'label' ? LONG_LABELS : LONG_HEADINGS)?.texts[0] ?? null;
}

function label(field: FieldKind, start: number, end: number, lines: Lines): Mark {
  return { type: 'label', field, span: { start, end }, line: lines.at(end - 1) };
}

function pushIntroduction(text: string, lines: Lines, line: number, from: number, marks: Mark[]): boolean {
  for (const letters of INTRODUCTIONS) {
    const known = phraseEnd(text, from, letters);
    if (known < 0) continue;
    const colon = text.slice(known, known + INTRODUCTION_REST).search(/:/);
    const blank = text.slice(known, known + INTRODUCTION_REST).search(/\n[ \t]*\r?\n/);
    const end = colon >= 0 && (blank < 0 || colon < blank) ? known + colon + 1 : Math.max(known, lines.to[lines.at(known)]!);
    marks.push({ type: 'introduction', span: { start: from, end }, line: Math.max(line, lines.at(end - 1)) });
    return true;
  }
  return false;
}

function skipSpace(text: string, offset: number, limit: number): number {
  let i = offset;
  while (i < limit && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Offsets inside lines at which a label or a heading stands because a line end was lost. */
function cutsOf(text: string): number[] {
  const cuts: number[] = [];
  for (const found of text.matchAll(EXACT_LABEL)) if (startsInsideLine(text, found.index)) cuts.push(found.index);
  for (const found of text.matchAll(EXACT_HEADING)) if (startsInsideLine(text, found.index)) cuts.push(found.index);
  return cuts.sort((a, b) => a - b);
}

function startsInsideLine(text: string, offset: number): boolean {
  let i = offset - 1;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\t' || text[i] === '\u00a0') && offset - i < 64) i--;
  if (i < 0 || text[i] === '\n' || text[i] === '\r' || text[i] === '\f') return false;
  const before = text[i]!;
  const closed = /[.?!;)\]"”’]/.test(before) || /(?:upheld|overturned)$/i.test(text.slice(Math.max(0, i - 12), i + 1));
  if (closed) return true;
  return i < offset - 1 && isFlowed(text, offset);
}

/** The line around an offset is so long that it was never wrapped; looks no further than that. */
function isFlowed(text: string, offset: number): boolean {
  let a = offset;
  let b = offset;
  while (a > 0 && offset - a < FLOWED_LINE && text.charCodeAt(a - 1) !== 10 && text.charCodeAt(a - 1) !== 13) a--;
  while (b < text.length && b - offset < FLOWED_LINE && text.charCodeAt(b) !== 10 && text.charCodeAt(b) !== 13) b++;
  return b - a >= FLOWED_LINE;
}
