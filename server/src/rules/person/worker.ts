import type { Letter, Span } from '../../letter';
import { passagesOf } from '../prose';
import { sentencesIn } from '../sentences';

/** Words for the person whom a letter is about. Source: observed in letters. */
export const WORKER = '(?:patient|injured\\s+worker|injured\\s+employee|worker|applicant|claimant|employee|IW)';
/** Words for the sex of a person. */
export const SEXED = '(?:male|female|man|woman|gentleman|lady)';

const KIN = 'daughters?|sons?|child|children|wife|husband|spouse|mother|father|parents?|brothers?|sisters?|sibling|baby|infant|partner|girlfriend|boyfriend|friend|grand\\w+|aunt|uncle|cousin|roommate|co-?worker|driver|passenger|caregiver|customer|inmate|student|resident';
const PROVIDERS =
  'providers?|physicians?|doctors?|surgeons?|dr|md|pa-?c?|np|dc|therapists?|chiropractors?|acupuncturists?|nurses?|reviewers?|examiners?|psycholog\\w+|psychiatrists?|neurologists?|radiologists?|specialists?|practitioners?|clinicians?|evaluators?|AME|QME|PTP|PCP|case\\s+managers?|officers?|attending|consultants?|podiatrists?|dentists?|attorneys?|employers?|supervisors?|bosse?s?|administrators?|adjusters?|assistants?|interpreters?';

/** Somebody else than the worker is spoken of. */
export const SOMEBODY_ELSE = new RegExp(`\\b(?:${KIN}|${PROVIDERS})\\b`, 'i');
const KIN_WORD = new RegExp(`\\b(?:${KIN})\\b`, 'i');
/** Persons of a guideline or a study. */
const NOT_THIS_CASE = /\b(?:stud(?:y|ies)|trials?|case\s+report|cohort|literature|patients|individuals|adults|people|persons)\b/i;

/** Anything that a letter says of its worker, and where. */
export interface Said<T> {
  readonly value: T;
  readonly span: Span;
  /** Zero-based index of the disputed item, `null` for the summary. */
  readonly item: number | null;
}

export interface Sentence {
  readonly span: Span;
  readonly words: string;
  readonly item: number | null;
  /** The sentence before in the same passage. */
  readonly previous: string;
}

/** Longer sentences are lists; the rest of one is not looked at. */
const LONGEST = 1200;

/** "The expert reviewer developed the following clinical case summary …:" has no full stop, and speaks of somebody else. */
const OPENING = /^\s*The\s+[\w\s]{0,30}reviewer\s+developed\s[^:]{0,250}:/i;

const known = new WeakMap<Letter, readonly Sentence[]>();

/** The sentences of summary and rationales in the order of the text. Time is linear in the letter; worked out once per letter. */
export function sentencesOf(text: string, letter: Letter): readonly Sentence[] {
  let sentences = known.get(letter);
  if (sentences === undefined) {
    sentences = passagesOf(text, letter).flatMap(({ span, item }) => {
      let previous = '';
      const opening = OPENING.exec(text.slice(span.start, span.start + 400))?.[0].length ?? 0;
      return sentencesIn(text, { start: span.start + opening, end: span.end }).map((each): Sentence => {
        const words = text.slice(each.start, Math.min(each.end, each.start + LONGEST));
        const sentence = { span: each, words, item, previous };
        previous = words;
        return sentence;
      });
    });
    known.set(letter, sentences);
  }
  return sentences;
}

/** `56-year-old`, `56 year old`, `56 yo`, `56 y/o`; the figure is the first group. */
export const AGE = '(?<![\\d.,/-])(\\d{1,3})[\\s-]{0,4}(?:years?[\\s-]{0,4}old|yrs?\\.?[\\s-]{0,4}old|y[./]?\\s?o\\.?(?![a-z]))';
const AGED = new RegExp(`(\\b(?:${WORKER}|he|she|who|this|case\\s+involves)\\s+(?:is|was|an?)?\\s*(?:(?:an?|now|currently|the)\\s+){0,3})?${AGE}((?:[\\s,-]+[A-Za-z-]+){0,5})`, 'gi');
const PERSON_AHEAD = new RegExp(`^[\\s,-]*(?:[A-Za-z-]+[\\s,]+){0,4}?(?:${SEXED}|${WORKER}|gentlemen|right-?\\s?hand\\w*|left-?\\s?hand\\w*)\\b`, 'i');
/** The age of another day. */
const THEN = /\bat\s+(?:the|that)\s+time\b|\bback\s+then\b|\bold,?\s+(?:when\b|in\s+(?:19|20)\d\d|at\s+onset)/i;
/** `a 22-year-old claim`; an injured worker is a person all the same. */
const NO_PERSON = /^[\s,-]*(?:(?!who|that|whose|with|and|has|in\b)[a-z-]+\s+){0,2}(?:injury|injuries|claims?|fractures?|history|case|problems?|pain|records?|reports?)\b/i;
const EARLIER_RECORD = /(?:\d[/-]\d{1,2}[/-]\d{2,4}|\b(?:19|20)\d\d)\b/;

/** "assisting an 80-year-old male patient", "struck by a 30 year old man": done to, or by, somebody else. */
const ANOTHER =
  /\b(?:by|with|against|in|for|married\s+to|from|into|onto|toward|towards|and|or|than|(?!(?:involv|regard|concern|be|remain|follow|review|describ|evaluat|see|examin|accord|treat|assess)ing)[a-z]{2,}ing|hit|struck|lifted|caught|helped|assisted|transferred|moved|restrained|carried|pushed|pulled|grabbed|attacked|assaulted|bit|kicked|saved|rescued|shot|stabbed|threatened|drove|fed|bathed|held|assailant|robber|perpetrator)\s+(?:(?:an?|the|another|his|her|their|one|two)\s+)(?:[\w-]+[\s,]+){0,2}$/i;
/** "a 60 year old male psychiatrist": the age of a provider. */
const SOMEBODY_BEHIND = new RegExp(`^(?:[\\s,-]+[A-Za-z-]+){0,3}?[\\s,-]+(?:${PROVIDERS})\\b(?!\\s+assistant)`, 'i');

/** "The patient is a 45-year-old male nurse": the worker after all. */
const OWN = new RegExp(`(?:\\b${WORKER}\\s+(?:is|was)\\s+|\\bthis\\s+(?:is\\s+)?)(?:(?:an?|now|currently)\\s+){0,2}$|^\\W*(?:an?\\s+)?$`, 'i');

/** "The therapist, a 45 year old woman, …": said of whoever stands before the comma. */
const BESIDE = new RegExp(`\\b(?:${KIN}|${PROVIDERS})\\b[^.;:,]{0,30},\\s+(?:an?\\s+|the\\s+)?(?:[a-z-]+\\s+){0,2}$`, 'i');
/** "A 35-year-old woman would be judged otherwise": nobody. */
const SUPPOSED = /^[\s,]*(?:(?:who|that)\s+)?(?:would|could|might|may|should)\b/i;

/** Someone other than the worker is given this age or sex. */
function isAnother(before: string, behind: string): boolean {
  if (BESIDE.test(before.slice(-80))) return true;
  if (OWN.test(before.slice(-60))) return SUPPOSED.test(behind.replace(new RegExp(`^[\\s,-]*(?:[A-Za-z-]+\\s+){0,3}?(?:${SEXED}|${WORKER})\\b`, 'i'), ''));
  return ANOTHER.test(before.slice(-60)) || SOMEBODY_BEHIND.test(behind.slice(0, 60));
}

/** The ages that a letter gives its worker, in the order of the text. */
export function agesOf(text: string, letter: Letter): Said<number>[] {
  return sentencesOf(text, letter).flatMap(({ span, words, item }) => {
    if (!/y[./\s]?(?:ea)?r?s?[\s-]*o/i.test(words) || NOT_THIS_CASE.test(words)) return [];
    return [...words.matchAll(AGED)].flatMap((found): Said<number>[] => {
      const [whole, subject = '', figure = '', ahead = ''] = found;
      const age = Number(figure);
      const before = words.slice(0, found.index);
      const person = PERSON_AHEAD.exec(ahead)?.[0];
      if (age < 14 || age > 99 || (subject === '' && person === undefined)) return [];
      if (subject === '' && isAnother(before, words.slice(found.index + whole.length - ahead.length))) return [];
      // "a female PCP who is 60 years old"
      if (/^(?:who|he|she)\b/i.test(subject) && SOMEBODY_ELSE.test(before.slice(-80))) return [];
      if (KIN_WORD.test(ahead) || KIN_WORD.test(before.slice(-80)) || THEN.test(words) || EARLIER_RECORD.test(before) || NO_PERSON.test(person ?? ahead)) return [];
      const start = span.start + found.index + subject.length;
      return [{ value: age, item, span: { start, end: start + whole.length - subject.length - ahead.length } }];
    });
  });
}

export type Sex = 'male' | 'female';

/** Beside an age; as what the worker is; this man; the female patient. The word is the last group that is set. */
const SEX = new RegExp(
  [
    `${AGE}[\\s,-]+(?:[A-Za-z-]+[\\s,-]+){0,4}?(${SEXED})\\b`,
    `\\b${WORKER}\\s+(?:\\(IW\\)\\s+)?(?:is|was)\\s+(?:an?|now\\s+an?)\\s+(?:[A-Za-z-]+[\\s,]+){0,3}?(${SEXED})\\b`,
    `\\bThis\\s+(?:[A-Za-z-]+\\s+)?(${SEXED})\\b(?!\\s+(?:to|pattern|reproductive|physician|doctor|provider|therapist))`,
    `\\b(?:the|this)\\s+((?:fe)?male)\\s+${WORKER}\\b`,
  ].join('|'),
  'gi',
);

/** The nouns that say the worker's sex, in the order of the text. */
export function sexNounsOf(text: string, letter: Letter): Said<Sex>[] {
  return sentencesOf(text, letter).flatMap(({ span, words, item }) => {
    if (NOT_THIS_CASE.test(words)) return [];
    return [...words.matchAll(SEX)].flatMap((found): Said<Sex>[] => {
      const noun = found[2] ?? found[3] ?? found[4] ?? found[5] ?? '';
      const around = words.slice(Math.max(0, found.index - 40), found.index + found[0].length + 20);
      if (KIN_WORD.test(around) || (found[2] !== undefined && SOMEBODY_ELSE.test(found[0]))) return [];
      // "The patient is a female physician" is said of the worker all the same.
      const said = found[0].search(/\d|\b(?:the|this)\b/i);
      if ((found[2] ?? found[5]) !== undefined && isAnother(words.slice(0, found.index + Math.max(0, said)), found[5] === undefined ? words.slice(found.index + found[0].length) : '')) return [];
      const end = span.start + found.index + (found[5] === undefined ? found[0].length : found[0].toLowerCase().indexOf(noun.toLowerCase()) + noun.length);
      return [{ value: sexOf(noun), item, span: { start: end - noun.length, end } }];
    });
  });
}

function sexOf(noun: string): Sex {
  return /^(?:male|man|gentleman)$/i.test(noun) ? 'male' : 'female';
}

/** Not `he/she`, `his or her`, `(s)he`. */
const PRONOUN = /(?<![/\w)]|\bor\s|\band\s)(he|him|his|himself|she|her|hers|herself)\b(?!\s?\/|\s+(?:or|and)\s+(?:he|him|his|she|her)\b)/gi;
/** Another person acts or is acted on: "lifting a heavy patient", "a male patient grabbed her". */
const OTHER_PERSON = new RegExp(
  [
    `\\b(?:by|with|against|onto|[a-z]{2,}ing|hit|struck|lifted|caught|helped|assisted|transferred|moved|restrained|carried|pushed|pulled|held)\\s+(?:an?|another)\\s+(?:[\\w-]+[\\s,]+){0,4}?(?:${SEXED}|patient|resident|client|student|inmate|customer|stranger|person|boy|girl)\\b`,
    `\\b(?:an?|another)\\s+(?:[\\w-]+\\s+){0,3}(?:${SEXED}|patient|resident|client|student|inmate|customer|stranger)\\s+(?:who\\s+)?(?:grabbed|struck|hit|attacked|assaulted|bit|kicked|pushed|pulled|threw|punched)\\b`,
  ].join('|'),
  'i',
);
const TITLE = /(?<!\w)(Mr|Mrs|Ms)\b\.?(?=\s)/g;
const WORKER_WORD = new RegExp(`\\b${WORKER}\\b`, 'i');

/**
 * Pronouns and titles that can only mean the worker: nobody else is spoken of
 * in the sentence, and the worker is named before in it, or the sentence begins
 * with the pronoun and nobody else is spoken of in the one before.
 */
export function pronounsOf(text: string, letter: Letter): Said<Sex>[] {
  return sentencesOf(text, letter).flatMap(({ span, words, item, previous }) => {
    if (SOMEBODY_ELSE.test(words) || NOT_THIS_CASE.test(words) || OTHER_PERSON.test(words) || OTHER_PERSON.test(previous)) return [];
    const worker = WORKER_WORD.exec(words)?.index ?? -1;
    const goesOn = previous !== '' && !SOMEBODY_ELSE.test(previous);
    const begun = goesOn && /^(?:he|she|his|her|mr|mrs|ms)\b/i.test(words);
    return [...words.matchAll(PRONOUN), ...words.matchAll(TITLE)].flatMap((found): Said<Sex>[] => {
      const bound = begun || (worker >= 0 && worker < found.index) || (goesOn && WORKER_WORD.test(previous) && worker < 0);
      if (!bound) return [];
      const start = span.start + found.index;
      return [{ value: /^(?:he|him|his|himself|mr)$/i.test(found[1]!) ? 'male' : 'female', item, span: { start, end: start + found[1]!.length } }];
    });
  });
}
