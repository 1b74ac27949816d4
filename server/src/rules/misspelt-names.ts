import { distance } from 'fastest-levenshtein';
import { squeeze, squeezeName, type Catalogue, type Citation, type Guideline } from '../guidelines';
import type { Span } from '../letter';

/** A name that is spelt wrong, and the name that is meant. */
export interface Misspelling {
  readonly span: Span;
  readonly right: string;
  /** Only letters are wrong: the right name says the same. */
  readonly sameWords: boolean;
}

/** What a section misspells: a slip that the catalogue knows, or a topic's name with a letter or two wrong. */
export function misspeltSection(text: string, span: Span, entry: Guideline, of: Catalogue): Misspelling | null {
  const { s } = squeeze(text, span);
  const index = of.topicIndex(entry.id);
  const match = index.at(squeeze(text, span), 0, s.length);
  if (match !== null && match.end === s.length) {
    const topic = match.entries.find(({ misspellings }) => misspellings?.some((slip) => squeezeName(slip) === s));
    return topic === undefined ? null : { span, right: topic.name, sameWords: near(s, squeezeName(topic.name)) };
  }
  const close = index.near(s);
  const topic = close?.entries.find(({ name }) => squeezeName(name) === close.name);
  return topic === undefined ? null : { span, right: topic.name, sameWords: true };
}

/** What the words that name the guideline misspell. */
export function misspeltName(text: string, { head, span }: Citation, entry: Guideline): Misspelling | null {
  if (head === null) return null;
  const words = squeeze(text, head);
  const names = [entry.name, ...(entry.aliases ?? []), ...(entry.shortNames ?? [])];
  for (const slip of entry.misspellings ?? []) {
    const squeezed = squeezeName(slip);
    const at = words.s.indexOf(squeezed);
    if (at < 0) continue;
    const right = names.find((name) => near(squeezed, squeezeName(name)));
    return { span: words.span(at, at + squeezed.length), right: right ?? entry.name, sameWords: right !== undefined };
  }
  const whole = [entry.name, ...(entry.aliases ?? [])];
  if (whole.some((name) => words.s.includes(squeezeName(name)))) return null;
  // Read as this guideline without bearing a name of it: by a name one or two letters off.
  return fuzzy(words, whole) ?? behindShortName(text, { start: head.start, end: Math.max(head.end, span.end) }, words.s.length, entry, whole);
}

/** Shorter words differ by a letter or two and are others. */
const SHORTEST_REST = 8;
const MOST_LOOKED_AT = 200;

/** `Chronic Pain Medcal Treatment`: read by the first words of a name, and the words behind them are its others, misspelt. */
function behindShortName(text: string, citation: Span, head: number, entry: Guideline, names: readonly string[]): Misspelling | null {
  const words = squeeze(text, { start: citation.start, end: Math.min(citation.end, citation.start + MOST_LOOKED_AT) });
  for (const short of (entry.shortNames ?? []).map(squeezeName)) {
    if (!words.s.slice(0, head).endsWith(short)) continue;
    for (const name of names) {
      const squeezed = squeezeName(name);
      const rest = squeezed.slice(short.length);
      if (!squeezed.startsWith(short) || rest.length < SHORTEST_REST) continue;
      for (let end = head + rest.length + 2; end >= head + rest.length - 2; end--) {
        const found = words.s.slice(head, end);
        if (end > words.s.length || !words.boundary(end) || !/^[a-z]+$/.test(found) || found === `${rest}s` || !near(found, rest)) continue;
        return { span: words.span(head - short.length, end), right: name, sameWords: true };
      }
    }
  }
  return null;
}

function fuzzy(words: ReturnType<typeof squeeze>, names: readonly string[]): Misspelling | null {
  const from = words.s.startsWith('mtus') ? 4 : 0;
  const stop = /(?:guidelines?)?,?(?:(?:19|20)\d\d)?$/.exec(words.s)?.index ?? words.s.length;
  for (const name of names) {
    if (stop > from && near(words.s.slice(from, stop), squeezeName(name))) return { span: words.span(from, stop), right: name, sameWords: true };
  }
  return null;
}

/** One or two letters wrong, missing or too many. */
function near(a: string, b: string): boolean {
  return a !== b && Math.abs(a.length - b.length) <= 2 && distance(a, b) <= 2;
}
