import * as l10n from '@vscode/l10n';
import type { RuleContext, Rule } from '../rule';
import { brokenDates } from './broken-date';
import { brokenOverLines } from './broken-over-lines';
import { mended, observed, placed, textOf, type Spoilt } from './mending';
import { noisyLetter } from './noisy-letter';
import { needsNoHyphen, standingWords } from './standing-words';

/** Control characters other than tab, line ends and page breaks; soft hyphens; what has no width; what is no character; private use; ligatures. */
// eslint-disable-next-line no-control-regex
const STRAY = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\uffff\ue000-\uf8ff\ufb00-\ufb06]+/g;
/** Windows-1252 and the Symbol font, whose characters some extractors leave as they are. */
const MEANT: Readonly<Record<string, string>> = {
  '\u0091': '‘', '\u0092': '’', '\u0093': '“', '\u0094': '”', '\u0095': '•', '\u0096': '–', '\u0097': '—',
  '\uf0b7': '•', '\uf0a7': '•', '\uf0b0': '°', '\uf0b1': '±', '\uf0a3': '≤', '\uf0b3': '≥',
  ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st',
};
/** A visible character stood here, and nobody can tell which. */
const LOST = /[\ufffc\ufffd\ue000-\uf8ff]/;
// eslint-disable-next-line no-control-regex
const FOR_HYPHEN = /[\u0002\u00ad\ufffe]/;

/** U+FFFE, soft hyphens and their like. */
export const strayCharacter: Rule = {
  code: 'stray-character',
  title: 'A character that text extraction left behind',
  level: 'hint',
  why: 'Characters that nobody sees cut words in two for every search and for programs that read the letter.',
  source: 'Observed in letters: U+FFFE in the place of a hyphen; reported of other extractors: soft hyphens, private characters of a font, ligatures.',
  marks:
    'Each run of these characters, anywhere in the letter, alone or in the midst of words: soft hyphen (U+00AD), U+FFF9 to U+FFFF (U+FFFD and U+FFFE among them), zero-width characters and marks of direction (U+200B to U+200F, U+202A to U+202E, U+2060 to U+2064), a byte order mark that is not the first character of the file, control characters other than tab, line ends, vertical tab and form feed (U+0085 is a line end), characters for private use (U+E000 to U+F8FF), and the ligatures U+FB00 to U+FB06. ' +
    'Not marked: a soft hyphen or U+FFFE at a line end inside a date or a word that `broken-date` or `broken-word` marks. ' +
    'The fix removes the run, or writes what it stands for: the letters of a ligature; a bullet or sign of the Symbol font and of Windows-1252; a hyphen for U+FFFE, U+0002 and soft hyphens beside a figure, at a line end, or where the letter has the word with a hyphen. Where a character is lost for good (U+FFFD, unknown private characters), the fix is no part of a fix-all.',
  examples: {
    wrong: [{ title: 'U+FFFE for a hyphen, a ligature', text: noisyLetter('A home\ufffebased program was the ﬁrst choice.') }],
    right: [{ title: 'A hyphen, and two letters', text: noisyLetter('A home-based program was the first choice.') }],
  },
  mayBeSafe: true,
  check(context) {
    const { text, letter } = context;
    const words = textOf(text, letter);
    const runs = [...words.matchAll(STRAY)].map((match) => ({ span: placed(letter, match.index, match.index + match[0].length), run: match[0] }));
    if (runs.length === 0) return [];
    const others = [...brokenDates(context), ...brokenOverLines(context)].sort((a, b) => a.span.start - b.span.start);
    let other = 0;
    const places: Spoilt[] = [];
    for (const { span, run } of runs) {
      while (other < others.length && others[other]!.span.end <= span.start) other += 1;
      const taken = others[other];
      if ((taken !== undefined && taken.span.start <= span.start) || (span.start === 0 && run === '\ufeff')) continue;
      places.push({ span, to: meant(context, span.start, run), message: l10n.t('Text extraction left {0} here.', codesOf(run)), unsure: isLost(run) });
    }
    return observed(context, places);
  },
  fixes: mended,
};

function isLost(run: string): boolean {
  return Array.from(run).some((each) => LOST.test(each) && MEANT[each] === undefined);
}

/** What a run stands for, in its place in the text. */
function meant({ text, letter }: RuleContext, start: number, run: string): string {
  const hyphen = FOR_HYPHEN.test(run) ? hyphenFor({ text, letter }, start, run) : '';
  let written = false;
  return Array.from(run, (each) => {
    if (!FOR_HYPHEN.test(each)) return MEANT[each] ?? '';
    if (written) return '';
    written = true;
    return hyphen;
  }).join('');
}

/** `-`, or nothing where a soft hyphen only allowed a line to end or no word is broken. */
function hyphenFor({ text, letter }: Pick<RuleContext, 'text' | 'letter'>, start: number, run: string): string {
  const before = text.slice(Math.max(letter.span.start, start - 40), start);
  const after = text.slice(start + run.length, Math.min(letter.span.end, start + run.length + 50));
  if (!/[\p{L}\p{N}]$/u.test(before)) return '';
  if (/^\s/.test(after)) return /^\s{1,8}[\p{L}\p{N}]/u.test(after) ? '-' : '';
  if (!/^[\p{L}\p{N}]/u.test(after)) return '';
  const head = /[A-Za-z]+$/.exec(before)?.[0];
  const tail = /^[A-Za-z]+/.exec(after)?.[0];
  if (head === undefined || tail === undefined) return '-';
  const standing = standingWords(text, letter);
  if (needsNoHyphen(standing, head, tail)) return '';
  return /^\u00ad+$/.test(run) && !standing.hyphened.has(`${head}-${tail}`.toLowerCase()) ? '' : '-';
}

function codesOf(run: string): string {
  const codes = [...new Set(Array.from(run, (each) => `U+${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`))];
  return codes.slice(0, 3).join(', ') + (codes.length > 3 ? ', …' : '');
}
