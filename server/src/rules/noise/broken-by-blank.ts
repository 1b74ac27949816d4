import type { RuleContext } from '../rule';
import { placed, textOf, type Spoilt } from './mending';
import { standingWords, type StandingWords } from './standing-words';

/** Small words, each with the blanks that make nothing else of it; "h as", "no t" and "we re" could be something else. */
const SMALL_WORDS = new Set(
  (
    'f or,fo r,o f,t he,th e,a nd,an d,w ith,wi th,wit h,w as,wa s,w ere,wer e,t hat,th at,tha t,t his,th is,thi s,f rom,fr om,fro m,' +
    'w hich,wh ich,whi ch,whic h,ha ve,hav e,ha s,ha d,b een,bee n,n ot,ov er,ove r,o ver'
  ).split(','),
);

/** Words that nearly every letter has, so that one need not stand in this one to prove itself. */
const USUAL_WORDS = new Set(
  'days weeks months years pain patient patients injured injury worker applicant treatment treatments medical medically necessary necessity therapy physical request requested review diagnosis diagnoses lumbar cervical spine strain sprain surgery medication medications physician guideline guidelines recommended decision'.split(' '),
);

/** What words end with and what is no word. */
const ENDINGS = new Set(
  'es ed ly ing ings ion ions tion tions sion sions ation ations ment ments ent ents ence ance ity ities ive ial ical ically ible ous ness osis itis ies ied ain apy ology tient tients'.split(' '),
);

/** Two to four letters without a vowel that mean something of their own. */
const SHORT_FORMS = new Set('mg ml cm mm hr hrs lb lbs kg pt pts rx dx hx tx sx st nd rd th vs dr mr mrs ms ft bp hs prn pm pms tb sc'.split(' '));

/** "8 h as needed", "5 th at noon"; a date or a year is no such number. */
const COUNT_BEFORE = /(?:^|[\s(])\d{1,3}\s{1,4}$/;
const PAIR = /(?<![^\s("“])([A-Za-z]{1,20}) (?=([A-Za-z]{1,20})(?![^\s.,;:)”"?!]))/g;

interface Pair {
  readonly start: number;
  readonly left: string;
  readonly right: string;
  /** Nothing but a single letter says that this is no two words. */
  readonly needsStrangers: boolean;
}

/** The words that one stray blank breaks, where that is certain; in text order. */
export function brokenByBlank({ text, letter }: RuleContext): Omit<Spoilt, 'message'>[] {
  const words = textOf(text, letter);
  const pairs: Pair[] = [];
  let standing: StandingWords | undefined;
  for (const match of words.matchAll(PAIR)) {
    const [, left = '', right = ''] = match;
    if (right !== right.toLowerCase() || left.slice(1) !== left.slice(1).toLowerCase()) continue;
    const lower = left.toLowerCase();
    if (SMALL_WORDS.has(`${lower} ${right}`)) {
      if (!COUNT_BEFORE.test(words.slice(Math.max(0, match.index - 9), match.index))) pairs.push({ start: match.index, left, right, needsStrangers: false });
      continue;
    }
    const manner = noWord(lower, right);
    if (manner === undefined) continue;
    const joined = lower + right;
    if (joined.length < 4 || !(USUAL_WORDS.has(joined) || (standing ??= standingWords(text, letter)).whole.has(joined))) continue;
    pairs.push({ start: match.index, left, right, needsStrangers: manner === 'letter' });
  }
  const counted = pairs.some(({ needsStrangers }) => needsStrangers) ? countsOf(words) : new Map<string, number>();
  for (const { left, right } of pairs) for (const half of [left, right]) counted.set(half.toLowerCase(), (counted.get(half.toLowerCase()) ?? 0) - 1);
  return pairs.flatMap(({ start, left, right, needsStrangers }) => {
    const other = left.length === 1 ? right : left;
    if (needsStrangers && (counted.get(other.toLowerCase()) ?? 0) > 0) return [];
    return [{ span: placed(letter, start, start + left.length + 1 + right.length), to: left + right }];
  });
}

/** What shows that two halves are no two words. */
function noWord(left: string, right: string): 'letter' | 'half' | undefined {
  if (ENDINGS.has(right) && left.length > 1) return 'half';
  if (withoutVowel(left) || withoutVowel(right)) return 'half';
  if ((left.length === 1 && !/[aix]/.test(left)) || (right.length === 1 && !/[aixs]/.test(right))) return 'letter';
  return undefined;
}

function withoutVowel(half: string): boolean {
  return half.length >= 2 && half.length <= 4 && !/[aeiouy]/.test(half) && !SHORT_FORMS.has(half);
}

/** How often each word stands in a text, in small letters. */
function countsOf(words: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of words.matchAll(/[A-Za-z]+/g)) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  return counts;
}
