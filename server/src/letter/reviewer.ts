import type { Reviewer, Section, Span } from './letter';
import { isSpace } from './lines';

/** Both manners of naming a reviewer's credentials: a block of two rows, or a sentence of the method section. */

const LICENSURE = /State\(?s?\)?\s{1,4}of\s{1,4}Licensure\s{0,2}:/i;
const SPECIALTY = /Certification\(?s?\)?\s{0,4}\/\s{0,4}Specialt(?:y|ies)\s{0,2}:/i;

/** "is Board Certified in X", and what reviewers are who are no physicians: "is Licensed in X", "is a Doctor of X", "is a Licensed X". */
const CERTIFIED = /\bis\s{1,6}Board\s{1,6}Certified\s{1,6}in\s{1,6}/i;
const PROFESSION = /\breviewer\s{1,6}is\s{1,6}(?:(?:licensed|certified)\s{1,6}in|an?(?:\s{1,6}licensed)?)\s{1,6}(?=[^.]{2,200}\blicensed\s{1,6}to\s{1,6}practice\b)/i;
const SUBSPECIALTY = /,?\s{1,6}(?:and\s{1,6})?has\s{1,6}a\s{1,6}subspecialty\s{1,6}in\s{1,6}/i;
const LICENSED = /,?\s{1,6}and\s{1,6}(?:he\/she\s{1,6})?is\s{1,6}licensed\s{1,6}to\s{1,6}practice\s{1,6}in\s{1,6}/i;

/** Longest credentials observed are some lines long. */
const MOST = 1500;

const NOBODY: Reviewer = { licensure: [], specialties: [] };

/** The reviewer's licences and specialties; empty lists where the letter does not name them. */
export function reviewerOf(text: string, sections: readonly Section[], letter: Span): Reviewer {
  const block = sections.find((section) => section.kind === 'credentials');
  if (block) return fromEither(text, block.heading.end, Math.min(block.span.end, block.heading.end + MOST));
  const method = sections.find((section) => section.kind === 'method');
  const start = method?.span.start ?? letter.start;
  const end = Math.min(method?.span.end ?? letter.end, start + 4 * MOST);
  return fromEither(text, start, end);
}

function fromEither(text: string, start: number, end: number): Reviewer {
  const rows = fromRows(text, start, end);
  return rows.licensure.length + rows.specialties.length > 0 ? rows : fromProse(text, start, end);
}

function fromRows(text: string, start: number, end: number): Reviewer {
  const words = text.slice(start, end);
  const licensure = LICENSURE.exec(words);
  const specialty = SPECIALTY.exec(words);
  if (!licensure && !specialty) return NOBODY;
  const stop = (from: number, other: RegExpExecArray | null): number =>
    start + (other && other.index > from ? other.index : words.length);
  const list = (found: RegExpExecArray | null, other: RegExpExecArray | null): Span[] => {
    if (!found) return [];
    const from = found.index + found[0].length;
    return split(text, start + from, stop(from, other), /,/g);
  };
  return { licensure: list(licensure, specialty), specialties: list(specialty, licensure) };
}

function fromProse(text: string, start: number, end: number): Reviewer {
  const words = text.slice(start, end);
  const certified = CERTIFIED.exec(words) ?? PROFESSION.exec(words);
  if (!certified) return NOBODY;
  const from = certified.index + certified[0].length;
  const rest = words.slice(from, from + MOST);
  const licensed = LICENSED.exec(rest);
  const sentence = rest.search(/\.\s/);
  const specialtiesEnd = licensed?.index ?? (sentence >= 0 ? sentence : rest.length);
  const sub = SUBSPECIALTY.exec(rest.slice(0, specialtiesEnd));
  const base = start + from;
  const specialties = sub
    ? [...split(text, base, base + sub.index, /,/g), ...split(text, base + sub.index + sub[0].length, base + specialtiesEnd, /,/g)]
    : split(text, base, base + specialtiesEnd, /,/g);
  if (!licensed) return { licensure: [], specialties };
  const statesFrom = licensed.index + licensed[0].length;
  const states = rest.slice(statesFrom).search(/\.(?:\s|$)|\bHe\/she\b|,?\s{1,6}and\s{1,6}(?:has|is)\b/);
  return {
    licensure: split(text, base + statesFrom, base + (states >= 0 ? statesFrom + states : rest.length), /,|\sand\s/g),
    specialties,
  };
}

/** The parts of `[start, end)` between separators, without white space and without empty ones. */
function split(text: string, start: number, end: number, separator: RegExp): Span[] {
  const spans: Span[] = [];
  const push = (a: number, b: number): void => {
    while (a < b && isSpace(text.charCodeAt(a))) a++;
    while (b > a && (isSpace(text.charCodeAt(b - 1)) || text[b - 1] === '.')) b--;
    if (b > a) spans.push({ start: a, end: b });
  };
  let from = start;
  for (const found of text.slice(start, end).matchAll(separator)) {
    push(from, start + found.index);
    from = start + found.index + found[0].length;
  }
  push(from, end);
  return spans;
}
