import type { Citation, GuidelineFamily } from './citation';
import { citation, type Reading } from './draft';
import { chapterList, nextChapter, type ListedChapter } from './chapter-list';
import { ACOEM_NAME, readHead, type Head } from './head';
import { lawAt } from './law';
import { readOdg } from './odg';
import { pagesWithin } from './pages';
import { resolve } from './resolve';
import { sectionsIn, trimmed } from './sections';
import type { Squeezed } from './squeezed';

/** Names of works with which a citation begins, in squeezed text. */
const WORK = new RegExp(
  [
    '(?<odg>officialdisabilityguidelines?|odg|worklossdatainstitute)',
    `(?<acoem>${ACOEM_NAME})`,
    '(?<mtus>medicaltreatmentutilizationschedule|mtus)',
    '(?<own>(?:chronicpain|acc?upuncture|post-?surgical|opioids?)(?:medical)?treatmentguidelines?)',
    "(?<law>8c\\.?c\\.?r\\.?|title8,?(?:ofthe)?(?:californiacode|ccr)|californiacodeofregulations|(?:lab\\.?|labor)code)",
    '(?<other>othermedicaltreatmentguidelines?(?:ormedicalevidence)?|https?:\\/\\/|www\\.)',
    "(?<label>physicians?'?s?deskreference|packageinsert|prescribinginformation|fda)",
  ].join('|'),
  'g',
);
type Work = 'odg' | 'acoem' | 'mtus' | 'own' | 'law' | 'other' | 'label';

const JOURNAL = /etal\b|journal|pubmed|cochrane|ncbi\.nlm|lancet|jama\b|nejm|spine\(phila/;

interface Anchor {
  readonly work: Work;
  readonly begin: number;
  readonly end: number;
}

/** An address ends at white space: a work's name inside it names no work. */
function addressEnd(text: Squeezed, from: number, to: number): number {
  let end = from;
  while (end < to && !text.gap(end)) end++;
  return end;
}

/** The first work named in `[from, to)`. */
export function nextWork(reading: Reading, from: number, to: number): Anchor | null {
  const { text } = reading;
  const stretch = text.s.slice(from, to);
  WORK.lastIndex = 0;
  for (let match = WORK.exec(stretch); match !== null; match = WORK.exec(stretch)) {
    const begin = from + match.index;
    const end = begin + match[0].length;
    const web = match[0].startsWith('http') || match[0] === 'www.';
    if (!text.boundary(begin) || (!web && !text.boundary(end))) continue;
    const groups = match.groups ?? {};
    const work = (Object.keys(groups) as Work[]).find((key) => groups[key] !== undefined);
    if (work !== undefined) return { work, begin, end: web ? addressEnd(text, end, to) : end };
  }
  return null;
}

/**
 * The citations of `Non-MTUS Citation <free text>`: one for each work, and of
 * ODG one for each chapter; text that names no known work gives one with
 * guideline `null`. `[from, to)` in squeezed text.
 */
export function readFreeText(reading: Reading, from: number, to: number): Citation[] {
  const { text } = reading;
  const [start, end] = trimmed(text, from, to);
  if (start >= end) return [];
  const anchors = anchorsIn(reading, start, end);
  const citations: Citation[] = [];
  const lead = trimmed(text, start, anchors[0]?.begin ?? end);
  // An edition before the name ("3rd ed. ACOEM") belongs to it; a word or two of lead-in is no work.
  if (lead[1] - lead[0] > 12 || anchors.length === 0) citations.push(unknown(reading, lead[0], lead[1]));
  anchors.forEach((anchor, i) => {
    const stop = trimmed(text, anchor.begin, anchors[i + 1]?.begin ?? end)[1];
    citations.push(...readWork(reading, anchor, stop));
  });
  return citations;
}

/** Anchors of a stretch; names of one work that follow each other ("Official Disability Guidelines (ODG)") are one. */
function anchorsIn(reading: Reading, from: number, to: number): Anchor[] {
  const anchors: Anchor[] = [];
  for (let anchor = nextWork(reading, from, to); anchor !== null; anchor = nextWork(reading, anchor.end, to)) {
    const last = anchors[anchors.length - 1];
    const between = last === undefined ? '' : reading.text.s.slice(last.end, anchor.begin);
    if (last !== undefined && last.work === anchor.work && /^[,;:.()/-]{0,3}$/.test(between) && !between.includes(';')) {
      anchors[anchors.length - 1] = { work: last.work, begin: last.begin, end: anchor.end };
    } else if (last?.work === 'other' && anchor.work === 'other') {
      continue;
    } else if (last?.work === 'mtus' && (anchor.work === 'own' || anchor.work === 'acoem') && /^\W{0,2}$/.test(between)) {
      continue;
    } else anchors.push(anchor);
  }
  return anchors;
}

function readWork(reading: Reading, anchor: Anchor, to: number): Citation[] {
  const { text, field } = reading;
  switch (anchor.work) {
    case 'odg':
      return readOdg(reading, anchor.begin, anchor.end, to);
    case 'law': {
      const law = lawAt(reading, anchor.begin);
      return law === null ? [unknown(reading, anchor.begin, to)] : [law.citation];
    }
    case 'other':
      return [unknown(reading, anchor.begin, to)];
    case 'label':
      return [citation(field, 'non-mtus', text.span(anchor.begin, to), { family: 'drug-label', head: text.span(anchor.begin, anchor.end) })];
    default:
      return readChapters(reading, anchor, to);
  }
}

/** The citations of a work with chapters: one for each chapter named. */
function readChapters(reading: Reading, anchor: Anchor, to: number): Citation[] {
  const { text, of } = reading;
  const scope = anchor.work === 'acoem' ? 'acoem' : 'mtus';
  const citations: Citation[] = [];
  let begin = anchor.begin;
  let from = anchor.work === 'own' ? anchor.begin : anchor.end;
  while (begin < to) {
    const head = readHead(text, from, to, scope, of);
    const list = head.chapter === null && head.entries === null && head.acoem ? listAfter(text, head.end, to) : [];
    for (const { chapter, begin: at, end } of list) {
      citations.push(citeWork(reading, anchor, { ...head, chapter, end, pages: [] }, at === list[0]?.begin ? begin : at, end));
    }
    const body = list.at(-1)?.end ?? Math.max(head.end, from);
    const stop = head.chapter === null && list.length === 0 ? to : nextChapter(text, body, to);
    if (list.length === 0) citations.push(citeWork(reading, anchor, head, begin, trimmed(text, begin, stop)[1]));
    begin = from = stop;
  }
  return citations;
}

function citeWork({ text, of, field, cited }: Reading, anchor: Anchor, head: Head, begin: number, to: number): Citation {
  const resolved = resolve(of, head, cited, true);
  const { pages, between } = pagesWithin(text, begin, to);
  const family = resolved.family ?? (anchor.work === 'own' ? 'mtus' : null);
  const kind = anchor.work === 'mtus' || family === 'mtus' ? 'mtus' : 'non-mtus';
  return citation(field, kind, text.span(begin, to), {
    ...resolved,
    family,
    edition: head.year ?? head.ordinal,
    chapter: head.chapter,
    head: text.span(begin, Math.min(to, Math.max(head.end, begin === anchor.begin ? anchor.end : begin))),
    sections: sectionsIn(text, between, head.end, resolved.guideline, of),
    pages,
  });
}

/** A list of chapters that follows a name, with or without a comma. */
function listAfter(text: Squeezed, from: number, to: number): ListedChapter[] {
  return chapterList(text, /[,;:(]/.test(text.s[from] ?? '') ? from + 1 : from, to);
}

function unknown(reading: Reading, from: number, to: number): Citation {
  const { text, field } = reading;
  const family: GuidelineFamily = JOURNAL.test(text.s.slice(from, to)) ? 'journal' : 'other';
  return citation(field, 'non-mtus', text.span(from, to), { family, pages: pagesWithin(text, from, to).pages });
}
