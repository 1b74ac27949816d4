import type { Letter, Span } from '../../letter';
import { passageSentences, type PassageSentences } from './passage-sentences';

/** A stretch of text that stands there again. */
export interface Repetition {
  readonly first: Span;
  readonly again: Span;
  readonly item: number | null;
  /** Only white space lies between the two. */
  readonly adjacent: boolean;
}

/** What is shorter may well be said twice (a heading, “No change.”). */
const LONG_LINE = 40;
/** A paragraph has two sentences and this many characters. */
const LONG_PARAGRAPH = 120;

interface Repetitions {
  /** Lines, sentences: twice in a row. */
  readonly single: readonly Repetition[];
  /** Two sentences and more within one passage, in a row or further apart. */
  readonly paragraphs: readonly Repetition[];
}

const known = new WeakMap<Letter, Repetitions>();

/** The repetitions in a letter, in the order of the text; worked out once. Comparison folds white space. */
export function repetitionsOf(text: string, letter: Letter): Repetitions {
  let repetitions = known.get(letter);
  if (repetitions === undefined) known.set(letter, (repetitions = read(text, letter)));
  return repetitions;
}

function read(text: string, letter: Letter): Repetitions {
  const single: Repetition[] = [];
  const paragraphs: Repetition[] = [];
  for (const passage of passageSentences(text, letter)) {
    for (const repetition of sentencesAgain(passage)) (repetition.sentences > 1 ? paragraphs : single).push(repetition.found);
  }
  const covered = [...single, ...paragraphs].flatMap(({ first, again }) => [first, again]).sort((a, b) => a.start - b.start);
  const lines = linesAgain(text, letter).filter(({ again }) => !covered.some((span) => span.start < again.end && again.start < span.end));
  return { single: [...single, ...lines].sort((a, b) => a.again.start - b.again.start), paragraphs };
}

/** Runs of sentences of a passage that stand there once more; the longest at each place. */
function* sentencesAgain({ spans, words, item }: PassageSentences): Generator<{ found: Repetition; sentences: number }> {
  const last = new Map<string, number>();
  let at = 0;
  while (at < spans.length) {
    const earlier = last.get(words[at]!);
    let run = 0;
    if (earlier !== undefined) while (at + run < spans.length && earlier + run < at && words[at + run] === words[earlier + run]) run += 1;
    const length = words.slice(at, at + run).reduce((sum, each) => sum + each.length + 1, 0);
    const adjacent = earlier !== undefined && earlier + run === at;
    if (earlier !== undefined && run > 0 && (run > 1 ? length >= LONG_PARAGRAPH || (adjacent && length >= LONG_LINE) : adjacent && length > LONG_LINE)) {
      yield {
        found: { first: joined(spans, earlier, run), again: joined(spans, at, run), item, adjacent },
        sentences: run,
      };
    }
    for (let each = at; each < at + Math.max(1, run); each += 1) last.set(words[each]!, each);
    at += Math.max(1, run);
  }
}

function joined(spans: readonly Span[], at: number, count: number): Span {
  return { start: spans[at]!.start, end: spans[at + count - 1]!.end };
}

/** Lines that the next visible line repeats, on one page; labels of fields have a rule of their own. */
function linesAgain(text: string, letter: Letter): Repetition[] {
  const found: Repetition[] = [];
  const labels = new Set(letter.items.flatMap(({ fields }) => fields.map(({ label }) => label.start)));
  let before: { span: Span; words: string } | undefined;
  let item = 0;
  for (const line of text.slice(letter.span.start, letter.span.end).matchAll(/[^\r\n]+/g)) {
    if (line[0].includes('\f')) before = undefined;
    const words = line[0].trim().replace(/\s+/g, ' ');
    if (words === '') continue;
    const start = letter.span.start + line.index + (line[0].length - line[0].trimStart().length);
    const span = { start, end: start + line[0].trim().length };
    while (item < letter.items.length && letter.items[item]!.span.end <= start) item += 1;
    if (before !== undefined && words.length >= LONG_LINE && before.words === words && !labels.has(start) && /\p{L}/u.test(words)) {
      const own = letter.items[item];
      found.push({ first: before.span, again: span, item: own !== undefined && own.span.start <= start ? item : null, adjacent: true });
    } else before = { span, words };
  }
  return found;
}
