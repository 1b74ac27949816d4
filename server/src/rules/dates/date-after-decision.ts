import * as l10n from '@vscode/l10n';
import { foldedText, type Span } from '../../letter';
import { writtenDatesIn } from '../../letter/dates-in-text';
import { passagesOf } from '../prose';
import type { Observation, Rule, RuleContext } from '../rule';
import { sentencesIn } from '../sentences';
import { caseDates } from './case-dates';
import { misfits } from './course';
import { datedLetter } from './dated-letter';
import { otherYear } from './other-year';

/** So many years after the decision a year in two digits may still be meant; further on it is one of the last century. */
const YEARS_AHEAD = 10;

/** What may lie ahead, or is counted in editions. Source: our own words; no such date stands in the letters read. */
const AHEAD =
  /\b(?:(?:re-?\s?)?schedul\w*|set|booked|pending|calendared|arranged|reserved|appointments?|(?:surgery|procedure|operation|visit|hearing|trial|evaluation|examination|QME|AME)\s+is\s+(?:on\s+|for\s+)?(?=\S*\d)|follow[\s-]?up\s+(?:on|for|in|by|date|appointment)|will|next|upcoming|future|effective|expir\w*|returns?|returning|comes?\s+back|again|RTC|RTO|re-?check\w*|re-?assess\w*|re-?eval\w*|follow[\s-]?up\s*:|to\s+be\s+\w+|was\s+to|were\s+to|takes?\s+place|hop(?:es?|ed|ing)|wish\w*|wants?|would|(?:runs?|ran)\s+out|ends?|ending|elaps\w*|clos(?:es|ing)|lasts?|on\s+or\s+after|not\s+before|no\s+later|at\s+the\s+latest|(?:used|filled|done|back)\s+by|disabled\s+to|until|till|through|due|to\s+return|return\s+(?:on|to|by|date)|planned|plans\s+to|planning|anticipat\w*|expect\w*|estimat\w*|tentative\w*|deadline|valid|renew\w*|publish\w*|publication|updated?(?!\s+(?:progress|medical|clinical|report|note|record))|revis\w*|accessed|retrieved|edition|version|guidelines?|MTUS|ODG|ACOEM|birth\w*|born|DOB)\b|https?:|www\./i;

/** What is told of a day in the past: a verb of it, or a record of that day. Present and future tell of what is to come. */
const TOLD =
  /\b(?:was|were|had|did|has|have|been|saw|took|gave|went|made|got|felt|fell|found|wrote|began|said|told|underwent|hurt|broke|held|met|ran|lost|sent|seen|given|done|spoke|slept|stood|struck|tore|bent|caught|knew|led|paid|read|rose|became|came|kept|left|showed|shown|[a-z]{2,}ed|dated|reports?|notes?|records?|exam\w*|visits?|study|scan|x-?rays?|MRI|CT|EMG|labs?|urine|letters?|RFA|PR-?2|UDS|CURES)\b/i;

/** The end of a time for which something was granted or somebody was off work. */
const GRANTED_TO = /\b(?:certif\w*|authoriz\w*|approv\w*|work|dut(?:y|ies)|disab\w*|restrict\w*)\b.*\d\s*(?:to|and|-|–|—)\s*$/is;

/** How far before and behind a date, within its sentence, such a word speaks of it. */
const BEFORE = 60;
const BEHIND = 30;

/** A day in the summary or a rationale that had not come when the letter was decided. */
export const dateAfterDecision: Rule = {
  code: 'date-after-decision',
  title: 'A date after the decision',
  level: 'warning',
  why: 'The reviewer can only have read what was there before the decision. A record or a visit dated later has a slip in its date, most often in the year, and cannot be found in the file.',
  source: 'Observed in letters: in 40 letters with a case header no date of the summary or of a rationale is later than the decision.',
  marks:
    'The date, in the clinical case summary or in a rationale, where month, day and year are there (`1/5/2018`, `01-05-18`, `January 5, 2018`) and it is later than the Decision Date of the case header (“Dated:” of a notice). Each such date gives a finding.\n\nNot marked: letters without a date of the decision, or whose date of the decision is itself out of order; a date with a word of what lies ahead or of an edition up to 60 characters before or 30 behind it in its sentence: *scheduled, set, booked, pending, calendared, arranged, reserved, appointment, surgery (procedure, operation, visit, hearing, trial, evaluation, examination, QME, AME) is (on, for), follow-up on (for, in, by, date), will, next, upcoming, future, effective, expires, until, till, through, due, to return, return to (on, by, date), planned, plans to, anticipated, expected, estimated, tentative, deadline, valid, renewed, published, updated, revised, accessed, retrieved, edition, version, guideline, MTUS, ODG, ACOEM, born, birth, returns, again, RTC, recheck, reassessment, re-evaluation, to be (seen, filled …), was to, takes place, hopes, wishes, wants, would, runs out, ends, ending, elapses, closes, lasts, on or after, not before, at the latest, (used, filled, done, back) by, disabled to* or a web address; a date around which, up to 120 characters before and behind in its sentence, neither a verb of the past nor a word for a record stands (*was, had, saw, …ed, dated, report, note, examination, visit, MRI* and the like), since the present tells of what is to come; the end of a range of dates behind *certified, authorized, approved, work, duty, disability* or *restrictions*; a year in two digits that is more than ten years ahead, since it may be of the last century.',
  examples: {
    wrong: [
      { title: 'A wrong year in the summary', text: datedLetter({ summary: 'A warehouse worker twisted the left knee and was seen on October 14, 2017.' }) },
      { title: 'A wrong year in a rationale', text: datedLetter({ rationale: 'The examination of 11-02-17 found the knee stable.' }) },
    ],
    right: [{ title: 'An appointment', text: datedLetter({ summary: 'A warehouse worker twisted the left knee. An appointment was made for January 12, 2017.' }) }],
  },
  check: ({ text, letter }) => {
    const dates = caseDates(text, letter);
    const decided = dates.find(({ kind }) => kind === 'decisionDate');
    const day = decided?.iso ?? null;
    if (decided === undefined || day === null || misfits(dates).some(({ date }) => date.kind === 'decisionDate')) return [];
    return passagesOf(text, letter).flatMap((passage) =>
      laterThan(text, passage.span, day).map((span): Observation => ({
        span,
        message: l10n.t('“{0}” is after the date of the decision (“{1}”).', foldedText(text, span), foldedText(text, decided.span)),
        item: passage.item,
        related: [{ span: decided.span, message: l10n.t('This is the date of the decision.') }],
      })),
    );
  },
  fixes: ({ text, letter }: RuleContext, { span }) => {
    const day = caseDates(text, letter).find(({ kind }) => kind === 'decisionDate')?.iso;
    return day == null ? [] : otherYear(text, span, -1, (iso) => iso <= day);
  },
};

function laterThan(text: string, within: Span, day: string): Span[] {
  const latest = Number(day.slice(0, 4)) + YEARS_AHEAD;
  const later = writtenDatesIn(text, within).filter(({ iso, wholeYear }) => iso !== null && iso > day && (wholeYear || Number(iso.slice(0, 4)) <= latest));
  if (later.length === 0) return [];
  const sentences = sentencesIn(text, within);
  let next = 0;
  return later.flatMap(({ span }): Span[] => {
    while (next < sentences.length && sentences[next]!.end <= span.start) next += 1;
    const sentence = sentences[next];
    if (sentence === undefined) return [span];
    const from = Math.max(sentence.start, span.start - BEFORE);
    const liesAhead = AHEAD.test(text.slice(from, Math.min(sentence.end, span.end + BEHIND))) || GRANTED_TO.test(text.slice(from, span.start));
    return liesAhead || !TOLD.test(text.slice(Math.max(sentence.start, span.start - 2 * BEFORE), Math.min(sentence.end, span.end + 2 * BEFORE))) ? [] : [span];
  });
}
