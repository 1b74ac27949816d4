import type { Span } from '../../letter';
import { linesOf } from '../../letter/lines';
import { trimmed } from '../../letter/spans';

/** A full stop behind one of these ends no sentence: a name or a number follows. */
const BEFORE_NAME = new Set(['dr', 'mr', 'mrs', 'ms', 'prof', 'vs', 'no', 'nos', 'p', 'pp', 'pg', 'pgs', 'fig', 'figs', 'sec', 'sect', 'ch', 'vol', 'ed', 'eds', 'cf', 'approx', 'st', 'dept', 'ref', 'al', 'viz']);

/** Behind a dotted abbreviation ("b.i.d.", "M.D.") these words begin a sentence; others may go on with it. */
const STARTERS = new Set([
  'the', 'this', 'that', 'these', 'those', 'there', 'in', 'it', 'he', 'she', 'they', 'a', 'an', 'no', 'as', 'at', 'on', 'by', 'for', 'with', 'within', 'while', 'when', 'if', 'given', 'based',
  'per', 'according', 'therefore', 'however', 'thus', 'hence', 'although', 'also', 'additionally', 'furthermore', 'moreover', 'regarding', 'since', 'because', 'under', 'current', 'medical', 'medications', 'records', 'record', 'documentation',
  'patient', 'employee', 'claimant', 'applicant', 'provider', 'physician', 'treatment', 'utilization', 'guidelines', 'mtus', 'odg', 'acoem', 'california', 'his', 'her', 'their', 'its',
]);

/** A mark that may end a sentence, with the quotation marks and brackets behind it. */
const END = /[.!?]["'”’)\]]{0,3}/g;

/**
 * The sentence of a stretch of prose that holds `offset`, without white space
 * at its ends. A paragraph's end ends a sentence as well. Full stops of
 * numbers, abbreviations and initials do not; one that extraction has glued to
 * the next sentence ("2006.Medical") does.
 */
export function sentenceAt(text: string, prose: Span, offset: number): Span {
  let start = prose.start;
  for (const end of endsIn(text, prose)) {
    const span = trimmed(text, start, end);
    if (offset <= span.end && span.start < span.end) return span;
    start = end;
  }
  return trimmed(text, start, prose.end);
}

/** Offsets behind which a new sentence may begin, ascending; the stretch's own end is among them. */
function endsIn(text: string, { start, end }: Span): number[] {
  const words = text.slice(start, end);
  const ends = [...words.matchAll(END)].filter((found) => endsSentence(words, found.index, found.index + found[0].length)).map((found) => start + found.index + found[0].length);
  // The whole text shows what its blank lines mean; a stretch of few lines does not.
  const lines = linesOf(text);
  for (let line = lines.at(start) + 1; line < lines.count && lines.start[line]! < end; line++) if (lines.isBreak(line)) ends.push(lines.start[line]!);
  return [...ends, end].sort((a, b) => a - b);
}

function endsSentence(words: string, mark: number, after: number): boolean {
  const rest = words.slice(after, after + 40);
  const [, blank = '', next = ''] = /^(\s*)["'“‘([]?(.?)/su.exec(rest) ?? [];
  if (next === '') return true;
  if (words[mark] !== '.') return blank !== '' && !/\p{Ll}/u.test(next);
  const before = words.slice(Math.max(0, mark - 24), mark);
  if (blank === '') return after === mark + 1 && /[a-z0-9)%]$/.test(before) && /^[A-Z][a-z]/.test(rest) && !/\.[A-Za-z]{1,3}$/.test(before);
  if (/\p{Ll}/u.test(next)) return false;
  const word = /[A-Za-z]+$/.exec(before)?.[0];
  const following = /[A-Za-z]+/.exec(rest)?.[0].toLowerCase() ?? '';
  if (/(?:^|[^A-Za-z])(?:[A-Za-z]\.\s?){1,3}[A-Za-z]$/.test(before)) return STARTERS.has(following);
  if (word === undefined) {
    // "1. Naproxen": the number of a list, at the beginning of a line.
    return !/(?:^|[\r\n])\s*\(?\d{1,2}$/.test(before);
  }
  if (BEFORE_NAME.has(word.toLowerCase())) return word.toLowerCase() === 'no' && !/\d/.test(next);
  // An initial: "J. Doe"; but "vitamin D. The".
  return word.length > 1 || word !== word.toUpperCase() || STARTERS.has(following);
}
