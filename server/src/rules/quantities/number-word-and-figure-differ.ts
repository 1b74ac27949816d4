import * as l10n from '@vscode/l10n';
import { foldedText, type Span } from '../../letter';
import { exampleLetter } from '../example-letter';
import type { Fix, Observation, Rule, RuleContext } from '../rule';
import { ALONE, inStyleOf, valueOf, WORD } from './numerals';
import { stretchesOf } from './stretches';

const FIGURE = '\\d{1,3}(?:\\.0{1,2})?';
const PAIR = new RegExp(`${ALONE}(?<!thousand\\s{1,4})(?:${WORD}\\s{0,4}\\(\\s?#?${FIGURE}\\s?\\)|${FIGURE}\\s{0,4}\\(\\s?${WORD}\\s?\\))`, 'gi');
/** A name with a number in it, or "one" for a thing: the brackets hold a footnote or a remark. */
const NAMED = /\b(?:phase|grade|stage|type|level|class|part|step|chapter|table|section|pages?|pg|p|zone|question|item|number|no|figure|reference|half)\.?\s*$/i;
const BEFORE_ONE = /\b(?:no|any|every|this|that|the|which|each|and)\s+$/i;
const NUMBER_BEFORE = new RegExp(`${WORD}\\s*$`, 'i');

/** A number in words whose figure in brackets says something else. */
export const numberWordAndFigureDiffer: Rule = {
  code: 'number-word-and-figure-differ',
  title: 'A number in words and its figure in brackets differ',
  level: 'warning',
  why: '“Twelve (6) sessions” can be read as twelve and as six. The number is what is authorized or denied.',
  source: 'Observed in letters: requests write a number twice, as in “Twelve (12) physical therapy sessions”.',
  marks: [
    'The word and the figure with its brackets: `Twelve (6)`. Looked at: each request (each part of a partial request by itself) and each sentence of the summary and of the rationales.',
    '',
    'Words from one to nine hundred ninety-nine (“twenty-four”, “twenty four”, “one hundred twenty”) and “a dozen”, directly before a whole number of up to three figures that stands alone in brackets, with or without “#” or “.00”; and the reverse, `12 (six)`.',
    '',
    'Not marked: a number after a word like phase, grade, stage, type, level, class, part, step, zone, page, table, chapter, section, figure, item, number, no, half; “one” after no, any, every, this, that, the, which, each, and; numbers in brackets that count off a list ((1) …, (2) …); the figure first in brackets (“(2) two”).',
  ].join('\n'),
  examples: {
    wrong: [
      { title: 'Twelve or six', text: exampleLetter({ heading: 'Twelve (6) physical therapy sessions for the left knee: Upheld' }) },
      { title: 'The figure first', text: exampleLetter({ heading: 'Physical therapy for the left knee, 8 (six) visits: Upheld' }) },
    ],
    right: [{ title: 'Twelve and twelve', text: exampleLetter({ heading: 'Twelve (12) physical therapy sessions for the left knee: Upheld' }) }],
  },
  check: (context) => stretchesOf(context.text, context.letter).flatMap(({ span, item }) => pairsIn(context, span, item)),
  fixes({ text }, finding): Fix[] {
    const written = text.slice(finding.span.start, finding.span.end);
    const bracket = written.indexOf('(');
    const [first, second] = [valueOf(written.slice(0, bracket)), valueOf(written.slice(bracket + 1))];
    if (bracket < 0 || !(first > 0) || !(second > 0)) return [];
    return [first, second].map((value): Fix => {
      const newText = inStyleOf(written, value);
      return { title: l10n.t('Write “{0}”', newText.replace(/\s+/g, ' ')), edits: [{ span: finding.span, newText }] };
    });
  },
};

function pairsIn({ text }: RuleContext, within: Span, item: number | null): Observation[] {
  const words = text.slice(within.start, within.end);
  return [...words.matchAll(PAIR)].flatMap((found): Observation[] => {
    const written = found[0];
    const bracket = written.indexOf('(');
    const [first, second] = [valueOf(written.slice(0, bracket)), valueOf(written.slice(bracket + 1))];
    const end = found.index + written.length;
    if (first === second || Number.isNaN(first) || Number.isNaN(second)) return [];
    if (isName(words, found.index) || countsOff(words, found.index, end, second)) return [];
    const span = { start: within.start + found.index, end: within.start + end };
    return [{ span, message: l10n.t('“{0}”: the word and the figure are different numbers.', foldedText(text, span)), item }];
  });
}

function isName(words: string, start: number): boolean {
  const before = words.slice(Math.max(0, start - 20), start);
  return NAMED.test(before) || (/^one\b/i.test(words.slice(start, start + 4)) && BEFORE_ONE.test(before));
}

/** `three (1) heat (2) ice`: the brackets number a list. */
function countsOff(words: string, start: number, end: number, figure: number): boolean {
  const neighbour = figure === 1 ? words.slice(end, end + 200) : words.slice(Math.max(0, start - 200), start);
  return [...neighbour.matchAll(/\(\s?(\d{1,3})\s?\)/g)].some(
    (found) => Number(found[1]) === (figure === 1 ? 2 : figure - 1) && !NUMBER_BEFORE.test(neighbour.slice(Math.max(0, found.index - 20), found.index)),
  );
}
