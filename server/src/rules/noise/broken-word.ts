import * as l10n from '@vscode/l10n';
import type { Rule } from '../rule';
import { brokenByBlank } from './broken-by-blank';
import { brokenForm } from './broken-form';
import { brokenOverLines } from './broken-over-lines';
import { mended, observed } from './mending';
import { noisyLetter } from './noisy-letter';

/** "diagn osis", "inter-⏎vention": a word in two pieces. */
export const brokenWord: Rule = {
  code: 'broken-word',
  title: 'A word is broken',
  level: 'hint',
  why: 'Text extraction puts blanks into words and leaves the hyphens of line ends inside them. Such a word is missed by every search.',
  source: 'Observed in letters: “diagn osis”, “treatm ents”, “f or”, “L5-S 1”, “Non -MTUS”, “200 7.”.',
  marks:
    'Both pieces of a word, anywhere in the letter, where it is certain that they are one word:\n\n' +
    '- One blank inside a small word, in one of these ways, unless a number of one to three digits stands before it: f or, fo r, o f, t he, th e, a nd, an d, w ith, wi th, wit h, w as, wa s, w ere, wer e, t hat, th at, tha t, t his, th is, thi s, f rom, fr om, fro m, w hich, wh ich, whi ch, whic h, ha ve, hav e, ha s, ha d, b een, bee n, n ot, ov er, ove r, o ver.\n' +
    '- One blank inside a word of four letters or more that stands unbroken elsewhere in the same letter, where one piece is no word: the second is one of *es, ed, ly, ing, ings, ion, ions, tion, tions, sion, sions, ation, ations, ment, ments, ent, ents, ence, ance, ity, ities, ive, ial, ical, ically, ible, ous, ness, osis, itis, ies, ied, ain, apy, ology, tient, tients* and the first has two letters or more; or one of them has two to four letters, none of them a, e, i, o, u or y (`str ain`), and is no usual short form (mg, hr, pt, vs, th, …); or one of them is a single letter other than a, i and x (and other than s where it is the second), and the other does not stand elsewhere in the letter as a word. These words need not stand elsewhere: days, weeks, months, years, pain, patient, patients, injured, injury, worker, applicant, treatment, treatments, medical, medically, necessary, necessity, therapy, physical, request, requested, review, diagnosis, diagnoses, lumbar, cervical, spine, strain, sprain, surgery, medication, medications, physician, guideline, guidelines, recommended, decision.\n' +
    '- A hyphen and a line end inside a word that stands elsewhere in the same letter without a hyphen and nowhere with one; both pieces have two letters or more, the second in small letters. Soft hyphens and U+FFFE count as hyphens; empty lines may stand between.\n' +
    '- One blank before the last number of two spine levels (`L5-S 1`), beside the hyphen of `Non-MTUS`, and inside a year behind a word in a guideline field, before a full stop, comma, semicolon or the end of the field (`Treatment 200 7.`).\n\n' +
    'The pieces are written in small letters but for the first letter of the first, and white space or punctuation stands around them. Not marked: two pieces that are both words (`work station`, `with out`), a word with a hyphen of its own at a line end (`follow-` and `up`), a blank at a line end, a word in three pieces, words in capitals.',
  examples: {
    wrong: [{ title: 'Blanks in two words', text: noisyLetter('The first treatment was ended. A second treatm ent was asked f or a week later.') }],
    right: [{ title: 'Two words that could be one', text: noisyLetter('The work station was changed, and a workstation like it was asked for at the follow-\nup.') }],
  },
  mayBeSafe: true,
  check(context) {
    const places = [...brokenByBlank(context), ...brokenOverLines(context), ...brokenForm(context)].sort((a, b) => a.span.start - b.span.start);
    return observed(context, places.map((place) => ({ ...place, message: l10n.t('“{0}” is broken.', place.to) })));
  },
  fixes: mended,
};
