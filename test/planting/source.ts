import { fieldOf, foldedText, isoDate, type DisputedItem, type HeaderKind, type Letter, type Span } from '../../server/src/letter';
import { insertion, type Planting } from './planting';
import type { Random } from './random';

/** The clinical case summary or a rationale: running text of sentences. */
export interface Passage {
  readonly kind: 'summary' | 'rationale';
  readonly item: DisputedItem | null;
  /** Without heading, label and the form's own introduction. */
  readonly span: Span;
  /** Each with its full stop, without the white space around it. */
  readonly sentences: readonly Span[];
}

/** A letter to plant defects in. */
export interface Source {
  readonly text: string;
  readonly letter: Letter;
  readonly passages: readonly Passage[];
  /** What parts two lines of one paragraph here: newline, or newlines doubled. */
  readonly lineEnd: string;
}

export function sourceOf(text: string, letter: Letter): Source {
  const passages: Passage[] = [];
  for (const section of letter.sections.filter(({ kind }) => kind === 'summary')) {
    const intro = /^\s*[^\n]*\s*(?:The (?:expert|physician) reviewer developed[^:]*:)?\s*/i.exec(text.slice(section.heading.end, section.span.end));
    const start = section.heading.end + (intro?.[0].length ?? 0);
    if (start < section.span.end) passages.push(passage(text, 'summary', null, { start, end: section.span.end }));
  }
  for (const item of letter.items) {
    const body = fieldOf(item, 'rationale')?.body;
    if (body && body.end > body.start) passages.push(passage(text, 'rationale', item, body));
  }
  const body = text.slice(letter.span.start, letter.span.end);
  const newline = body.includes('\r\n') ? '\r\n' : '\n';
  const doubled = (body.match(/[a-z,] ?\r?\n\r?\n[a-z]/g) ?? []).length > 5;
  return { text, letter, passages, lineEnd: doubled ? ` ${newline}${newline}` : newline };
}

function passage(text: string, kind: Passage['kind'], item: DisputedItem | null, span: Span): Passage {
  return { kind, item, span, sentences: sentencesIn(text, span) };
}

/** A full stop behind a word or figure, and a capital behind the blank. */
const SENTENCE_END = /(?:[a-z]{2}|\d{2}|[)%"”])\.(?=\s+[A-Z][a-z]*\b)/g;
const ABBREVIATED = /\b(?:Dr|Mr|Mrs|Ms|vs|No|Nos|St|al|etc|approx|Inc|Fig|pt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/;

function sentencesIn(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end);
  const sentences: Span[] = [];
  let start = 0;
  const add = (end: number): void => {
    const blank = /^\s*/.exec(words.slice(start, end))![0].length;
    const stop = words.slice(0, end).trimEnd().length;
    if (stop > start + blank) sentences.push({ start: span.start + start + blank, end: span.start + stop });
    start = end;
  };
  for (const found of words.matchAll(SENTENCE_END)) {
    const end = found.index + found[0].length;
    if (!ABBREVIATED.test(words.slice(Math.max(0, end - 8), end))) add(end);
  }
  add(words.length);
  return sentences;
}

/** The text of a span with blanks folded. */
export function words(source: Source, span: Span): string {
  return foldedText(source.text, span);
}

/** The date of a row of the case header, and where it stands. */
export function headerDate(source: Source, kind: HeaderKind): { readonly span: Span; readonly iso: string } | null {
  const value = source.letter.header.find((row) => row.kind === kind)?.value;
  const iso = value ? isoDate(source.text.slice(value.start, value.end)) : null;
  return value && iso ? { span: value, iso } : null;
}

/** Layouts whose items have a heading with the decision behind its last colon, and labelled fields. */
export function hasHeadings(source: Source): boolean {
  return !source.letter.layout.startsWith('2013');
}

/** A form of words to put in as a sentence of its own; ⟦…⟧ is what is to be marked. */
export type Form = readonly [name: string, sentence: string];

/** One planting for every beginning of a sentence of the passages, each with a form of its own. */
export function everySentence(source: Source, passages: readonly Passage[], form: (passage: Passage, at: number) => Form | null, wrap?: Random): Planting[] {
  return passages.flatMap((each) =>
    each.sentences.flatMap(({ start }): Planting[] => {
      const made = form(each, start);
      if (!made) return [];
      const sentence = wrap && wrap.next() < 0.25 ? wrapped(source, made[1], wrap) : made[1];
      return [{ form: `${made[0]}${sentence === made[1] ? '' : ' (wrapped)'}`, edits: [insertion(start, `${sentence} `)] }];
    }),
  );
}

/** The sentence with one of its blanks a line end, as the letter has them. */
function wrapped(source: Source, sentence: string, random: Random): string {
  const blanks = [...sentence.matchAll(/ /g)].map(({ index }) => index);
  if (blanks.length === 0) return sentence;
  const at = random.of(blanks);
  return sentence.slice(0, at) + source.lineEnd + sentence.slice(at + 1);
}
