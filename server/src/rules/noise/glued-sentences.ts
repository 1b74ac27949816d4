import * as l10n from '@vscode/l10n';
import type { Rule } from '../rule';
import { mended, observed, placed, textOf, type Spoilt } from './mending';
import { noisyLetter } from './noisy-letter';

/** A full stop with a capital letter right behind it; brackets may close between them. */
const STOP = /\.[)\]”’]{0,2}(?=[A-Z])/g;
/** What a sentence ends with, read backwards from its stop. */
const LAST_WORD = /(?:^|[^\w.@])([A-Za-z]{2,40})$|[A-Za-z)/-]\d{1,4}$|(?:^|[^\w.])\d{3,4}$|[)\]”’%]$/;
/** What a sentence begins with: a word, a word of one letter, or capitals. */
const FIRST_WORD = /^(?:[A-Z][a-z]+|[AI](?=\s{1,4}[a-z])|[A-Z]{2,12}(?![A-Za-z.]))/;
/** Words whose full stop ends no sentence; `ph` and `sc` stand in degrees. Source: observed in letters. */
const ABBREVIATION = /^(?:dr|mr|mrs|ms|st|jr|sr|no|nos|vs|eg|ie|pgs?|pp|al|approx|fig|ref|inc|eds?|vol|sec|ch|chap|dept|est|etc|cf|ph|sc|ca|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i;
/** A web or mail address, a file name. */
const ADDRESS = /:\/\/|www\.|@|\.(?:com|org|net|gov|edu|us|html?|pdf|docx?|txt|aspx?|php|jpe?g|png)(?![A-Za-z])/i;
const AROUND = 48;

/** "2006.Medical": two sentences without a blank between them. */
export const gluedSentences: Rule = {
  code: 'glued-sentences',
  title: 'Two sentences are glued together',
  level: 'hint',
  why: 'Text extraction drops the blank between two sentences where a line ended. Whoever searches for the last word of the first or the first word of the second does not find it.',
  source: 'Observed in letters: “…2006.Medical records…”.',
  marks:
    'The last word of the one sentence, the full stop and the first word of the next, anywhere in the letter, where the full stop is followed directly by a capital letter. Before the stop stands a word of two or more letters, a number of three or four digits, a number that belongs to a word or a score (`L5-S1.The`, `8/10.The`), a per cent sign or a closing bracket or quotation mark; behind it a word with a capital letter, `A` or `I` before another word, or a word in capitals (`pain.MRI of`). Brackets may close behind the stop. ' +
    'Not marked: abbreviations (`Dr.Smith`, `No.Four`, `vs.The`, `et al.The`, months, `Ph.D`), single letters (`U.S.A`, `M.D.`, `e.g.The`), enumerations (`1.Physical`, a number of one or two digits alone), addresses and file names, a small letter behind the stop, any other mark than a full stop.',
  examples: {
    wrong: [{ title: 'No blank behind the full stop', text: noisyLetter('The knee was examined in 2006.Swelling was found.') }],
    right: [{ title: 'A blank behind it, and abbreviations', text: noisyLetter('The knee was examined in 2006. Swelling was found by a Ph.D. of the U.S.A. branch.') }],
  },
  mayBeSafe: true,
  check(context) {
    const { text, letter } = context;
    const words = textOf(text, letter);
    const places: Spoilt[] = [];
    for (const stop of words.matchAll(STOP)) {
      const after = stop.index + stop[0].length;
      const before = /[^\s]{0,48}$/.exec(words.slice(Math.max(0, stop.index - AROUND), stop.index))?.[0] ?? '';
      const behind = /^[^\s]{0,48}(?:\s{1,4}\S)?/.exec(words.slice(after, after + AROUND + 5))?.[0] ?? '';
      const last = LAST_WORD.exec(before);
      const first = FIRST_WORD.exec(behind)?.[0];
      if (last === null || first === undefined || ABBREVIATION.test(last[1] ?? '') || ADDRESS.test(`${before}${stop[0]}${behind}`)) continue;
      const lastWord = /[\w%)\]”’-]{0,24}$/.exec(before)?.[0] ?? '';
      const span = placed(letter, stop.index - lastWord.length, after + first.length);
      places.push({ span, to: `${lastWord}${stop[0]} ${first}`, message: l10n.t('No blank between two sentences.') });
    }
    return observed(context, places);
  },
  fixes: mended,
};
