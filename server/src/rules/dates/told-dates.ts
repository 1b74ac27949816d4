import type { Letter, Span } from '../../letter';
import { writtenDatesIn, type WrittenDate } from '../../letter/dates-in-text';
import { passagesOf } from '../prose';
import { sentencesIn } from '../sentences';

/** What a summary or a rationale can say of the case header: the injury's day and the denial's. */
export type ToldKind = 'dateOfInjury' | 'urDenialDate';

/** A date that a passage gives for one of them. */
export interface ToldDate {
  readonly kind: ToldKind;
  readonly span: Span;
  readonly iso: string;
  /** Zero-based index of the disputed item, `null` for the summary. */
  readonly item: number | null;
  /** The other days that its sentence gives. */
  readonly beside: readonly string[];
}

/** How much of a sentence before and behind a date is looked at; longer sentences are lists. */
const REACH = 200;
/** How far from a date a word that speaks of another injury or review is heard. */
const NEAR = 80;

/** What stands right before a date of injury. Source: observed in letters. */
const INJURED = new RegExp(
  [
    // date of injury of, date of injury on, injury date:, DOI
    '(?:\\bdate\\s+of\\s+(?:(?:the|an?)\\s+)?(?:(?:work|industrial|original)[\\s-]+)?injury|\\binjury\\s+date|\\bDOI)(?:\\s?\\(DOI\\))?\\s*(?::|=|,|\\bof|\\bon|\\bis|\\bwas|\\bdated|\\blisted\\s+as)?\\s*(?::|\\bon|\\bof)?\\s*(?:the\\s+)?',
    // industrial injury of, work-related injury on, work injury dated, industrial-work injury on
    '\\b(?:industrial|occupational|work|work[\\s-]+related|job[\\s-]+related|on[\\s-]the[\\s-]job)(?:[\\s-]+(?:work|related))?[\\s-]+(?:(?:injury|accident|incident)\\s+(?:(?:that|which)\\s+(?:occurred|happened)\\s+|occurring\\s+|sustained\\s+)?(?:of|on|dated|from)|claim\\s+(?:of|from))\\s+',
    // was injured on, hurt the right wrist on, sustained an injury on
    '\\b(?:injured|hurt)\\s+(?:at\\s+work\\s+|(?:his|her|their|the)\\s+(?:[a-z-]+\\s+){1,4}?)?on\\s+',
    '\\b(?:sustained|suffered|incurred)\\s+(?:an?|his|her|their|the)\\s+(?:[\\w-]+\\s+){0,3}injury\\s+on\\s+',
  ]
    .map((one) => `(?:${one})`)
    .join('|'),
  'i',
);
const INJURED_BEFORE = new RegExp(`(?:${INJURED.source})$`, 'i');
/** `a 01/23/2010 date of injury` */
const INJURED_BEHIND = /^\s+(?:date\s+of\s+(?:work\s+|industrial\s+)?injury|DOI|(?:industrial|work|work[\s-]related)\s+injury)\b/i;

/** Another injury than the header's, or one of many days. */
const MANY_DAYS = 'amended|cumulative|continuous|repetitive|CT';
const OTHER_INJURY = new RegExp(`\\b(?:prior|previous(?:ly)?|past|another|second|third|subsequent(?:ly)?|earlier|older|separate|different|non-?\\s?industrial|new|additional|re-?\\s?injur\\w*|multiple|several|both|first|initial|former|remote|later|motor|auto|injuries|dates|${MANY_DAYS})\\b`, 'i');
const OVER_MANY_DAYS = new RegExp(`\\b(?:${MANY_DAYS})\\b`, 'i');

const REVIEW = '(?:utili[sz]ation\\s+review|UR)(?:\\s?\\((?:UR|utili[sz]ation\\s+review(?:\\s+board)?)\\))?';
/** `Utilization Review report dated`, `the original utilization review (`, `Utilization Review on`. */
const REVIEWED_BEFORE = new RegExp(`\\b${REVIEW}(?:\\s+(?:report|decision|determination|denial|form|documentation|document|letter|review|notice|response))?\\s*(?:\\(|,)?\\s*(?:(?:was\\s+)?(?:dated|issued|made|completed)(?:\\s+on)?|of|from|on|:)?\\s*\\(?\\s*$`, 'i');
/** `was non-certified by Utilization Review on`, `UR (utilization review board) denied certification on`. */
const DENIED_BEFORE = new RegExp(`\\b${REVIEW}(?:\\s+(?:denied|non-?\\s?certified|modified|delayed)(?:\\s+(?:certification|authorization|approval|the\\s+request))?)?\\s+(?:on|dated|of)\\s+$`, 'i');
/** `was denied by the claims administrator on`. */
const REFUSED_BEFORE = /\b(?:denied|non-?\s?certified|modified)\s+by\s+(?:the\s+)?claims\s+administrator\s+on\s+$/i;
/** `was denied on 12-22-2016 by utilization review`. */
const BY_REVIEW_BEHIND = new RegExp(`^\\s*by\\s+(?:the\\s+)?(?:${REVIEW}|claims\\s+administrator)\\b`, 'i');
/** `On 12-22-2016, the Utilization Review modified`, `On December 30, 2016, the claims administrator failed to approve`. */
const DENIED_BEHIND = new RegExp(`^\\s*,?\\s*(?:(?:the|a)\\s+)?(?:original\\s+)?(?:${REVIEW}\\s+(?:\\w+\\s+)?(?:denied|non-?\\s?certified|modified|determined|failed|did\\s+not|rejected|declined|partially)|claims\\s+administrator\\s+(?:failed\\s+to|denied|modified|did\\s+not|non-?\\s?certified|partially))\\b`, 'i');

/** Another review than the one in dispute. */
const OTHER_REVIEW = /\b(?:prior|previous|previously|past|another|second|subsequent|subsequently|earlier|separate|different|appeal\w*\s+(?:determination|decision|review)|reconsideration|first|initial|amended|revised|also|(?:received|submitted|sent|forwarded|referred|reviewed|presented)\s+(?:by|to|for))\b/i;
const GRANTED = /(?<!\bnot\s)(?<!non-\s?)(?<!failed\sto\s)\b(?:approved|certified|authorized|granted)\b/i;
const REFUSED = /\b(?:den(?:ied|ial|ying)|non-?\s?certif\w*|modif\w*|failed|not|rejected|declined|partial\w*)\b/i;
/** Without one of these words a sentence speaks of neither; asked first, since it costs little. */
const SPOKEN_OF = /injur|hurt|DOI|accident|incident|claim|review|\bUR\b/i;
/** `from 1/1/2010 to 2/2/2012` */
const RANGE_BEHIND = /^\s*(?:to|through|thru|until|till|and|-|–|—|&|or)\s*(?:the\s+present|present|\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/i;

/** The dates that summary and rationales give for the injury and the denial, in the order of the text. Time is linear in the letter. */
export function toldDates(text: string, letter: Letter): ToldDate[] {
  return passagesOf(text, letter).flatMap((passage) => {
    const dates = writtenDatesIn(text, passage.span);
    if (dates.length === 0) return [];
    const sentences = sentencesIn(text, passage.span);
    let next = 0;
    return dates.flatMap((date): ToldDate[] => {
      while (next < sentences.length && sentences[next]!.end <= date.span.start) next += 1;
      const sentence = sentences[next];
      const kind = sentence === undefined ? undefined : kindOf(text, sentence, date);
      return kind === undefined || date.iso === null ? [] : [{ kind, span: date.span, iso: date.iso, item: passage.item, beside: daysIn(dates, sentence!) }];
    });
  });
}

/** Dates are in the order of the text; a sentence with many is a list, of which the first are enough. */
function daysIn(dates: readonly WrittenDate[], { start, end }: Span): string[] {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dates[middle]!.span.start < start) low = middle + 1;
    else high = middle;
  }
  const days: string[] = [];
  for (let at = low; at < dates.length && at < low + 20 && dates[at]!.span.end <= end; at += 1) if (dates[at]!.iso !== null) days.push(dates[at]!.iso!);
  return days;
}

function kindOf(text: string, sentence: Span, { span }: WrittenDate): ToldKind | undefined {
  const before = text.slice(Math.max(sentence.start, span.start - REACH), span.start);
  const behind = text.slice(span.end, Math.min(sentence.end, span.end + REACH));
  if (!(SPOKEN_OF.test(before) || SPOKEN_OF.test(behind)) || RANGE_BEHIND.test(behind)) return undefined;
  if (INJURED_BEFORE.test(before) || INJURED_BEHIND.test(behind)) {
    return OTHER_INJURY.test(before.slice(-NEAR)) || OVER_MANY_DAYS.test(behind.slice(0, NEAR)) ? undefined : 'dateOfInjury';
  }
  const on = /\bOn\s+$/i.test(before);
  const refusedOn = /\b(?:denied|non-?\s?certified|modified)\s+on\s+$/i.test(before);
  if ([REVIEWED_BEFORE, DENIED_BEFORE, REFUSED_BEFORE].some((words) => words.test(before)) || (on && DENIED_BEHIND.test(behind)) || (refusedOn && BY_REVIEW_BEHIND.test(behind))) {
    if (OTHER_REVIEW.test(before.slice(-NEAR)) || (GRANTED.test(behind) && !REFUSED.test(behind))) return undefined;
    return 'urDenialDate';
  }
  return undefined;
}
