import type { DecisionValue, DisputedItem, Letter, Span } from '../../letter';
import { rationaleOf } from '../prose';
import { sentencesIn } from '../sentences';
import { isBeyondDoubt } from './beyond-doubt';
import { tells } from './tells';
import { verdictsIn, type Verdict } from './verdicts';
import * as V from './vocabulary';
import { wordsIn, type Word } from './words';

/** The words at the start of a heading that are looked for in a conclusion. */
const HEADING = 2000;
/** Words around a verdict that may limit it. */
const NEAR = 14;

/** A verdict with the sentence it stands in. */
export interface Statement {
  readonly verdict: Verdict;
  /** Zero-based index of the sentence in its rationale. */
  readonly sentence: number;
  readonly sentenceSpan: Span;
  readonly words: readonly Word[];
  /** It names the request, by word ("the request") or by name, or draws the sum ("Therefore, …"). */
  readonly own: boolean;
  /** It says "request" or "this treatment". */
  readonly request: boolean;
  /** That, or it begins with "Therefore" or the like. */
  readonly plain: boolean;
  /** It says a word of the heading. */
  readonly named: boolean;
  /** It is in one of the last two sentences. */
  readonly late: boolean;
  /** It is in the last sentence, and decides the request by name or by "certified", "denied" and the like. */
  readonly final: boolean;
}

export interface Conclusion {
  /** What the item is decided by; `null` where that cannot be told for sure, which takes more where it contradicts the heading. */
  readonly decided: (Statement & { readonly value: DecisionValue }) | null;
  /** Some sentence says whether the request is necessary. */
  readonly stated: boolean;
  /** The verdicts on the request or on something named, in order; reasons and what is advised beside it left out. */
  readonly strong: readonly Statement[];
}

const known = new WeakMap<Letter, readonly (Conclusion | null)[]>();

/** The conclusion of each item's rationale, `null` where there is no rationale. Worked out once per letter. */
export function conclusionsOf(text: string, letter: Letter): readonly (Conclusion | null)[] {
  let conclusions = known.get(letter);
  if (conclusions === undefined) {
    conclusions = letter.items.map((item) => conclusionOf(text, item));
    known.set(letter, conclusions);
  }
  return conclusions;
}

function conclusionOf(text: string, item: DisputedItem): Conclusion | null {
  const rationale = rationaleOf(item);
  if (rationale === undefined) return null;
  const heading = wordsIn(text, { start: item.request.start, end: Math.min(item.request.end, item.request.start + HEADING) });
  const named = new Set(heading.map(({ word }) => word).filter((word) => word.length > 2 && !/^(?:the|for|and|with|was|were|original|request|authorized|claims|administrator|portion|eligible|service|associated)$/.test(word)).map(stem));
  const sentences = sentencesIn(text, rationale);
  const statements: Statement[] = [];
  let lastDoubt = -1;
  sentences.forEach((sentenceSpan, sentence) => {
    const words = wordsIn(text, sentenceSpan);
    if (words.some(({ word }) => V.NEGATION.has(word) || V.REFUSED.has(word) || V.AGAINST.has(word) || V.KEPT.has(word) || V.LIMIT.has(word))) lastDoubt = sentence;
    for (const verdict of verdictsIn(words)) statements.push(statement(words, verdict, { sentence, sentenceSpan, named, left: sentences.length - 1 - sentence }));
  });
  const decided = decidedBy(statements, heading, item, lastDoubt);
  const isSure = decided === null || decided.value === item.decision?.value || isBeyondDoubt(text, sentences, statements, decided);
  return { decided: isSure ? decided : null, stated: statements.some(saysSo) || sentences.some((span, at) => measures(text, span) || tells(text, span, sentences.length - 1 - at)), strong: statements.filter((each) => each.verdict.strong && !each.verdict.reason && !speaksOfOther(each, item)) };
}

interface Place {
  readonly sentence: number;
  readonly sentenceSpan: Span;
  readonly named: ReadonlySet<string>;
  /** How many sentences follow. */
  readonly left: number;
}

function statement(words: readonly Word[], verdict: Verdict, { sentence, sentenceSpan, named, left }: Place): Statement {
  const clause = words.slice(verdict.clause, Math.min(verdict.end, verdict.to + NEAR));
  const request = clause.some(({ word }) => V.REQUEST.has(word)) || THIS_TREATMENT.test(folded(clause));
  const plain = request || (verdict.strong && nothingNamed(words, verdict)) || SUM.test(folded(words.slice(Math.max(0, verdict.clause - 20), verdict.clause + 3)));
  const byName = clause.some(({ word }) => named.has(stem(word)));
  const done = V.GRANTED.has(words[verdict.to]?.word ?? '') || V.REFUSED.has(words[verdict.to]?.word ?? '');
  return {
    verdict,
    sentence,
    sentenceSpan,
    words,
    request,
    plain,
    named: byName,
    late: left < 2,
    final: left === 0 && (verdict.strong ? byName : done && request),
    own: plain || byName || (left === 0 && verdict.strong),
  };
}

/** "The denial is overturned", "Medical necessity has been established": of nothing else than the request. */
function nothingNamed(words: readonly Word[], { clause, from, to }: Verdict): boolean {
  if (/^(?:of|for)$/.test(words[to + 1]?.word ?? '')) return false;
  const subject = words.slice(clause, from).map(({ word }) => word);
  return subject.every((word) => GENERAL_SUBJECT.has(word));
}
const GENERAL_SUBJECT = new Set("the a i we would therefore , prior previous ur utilization review decision determination denial non certification medical necessity it this is claims administrator's administrator recommend that overall clearly".split(' '));

/** "Therefore, …", "Based on the above, …", "Yes, …". */
const SUM = /\b(?:therefore|thus|hence|accordingly|consequently|as such|as a result|in (?:summary|conclusion|sum)|(?:given|based (?:up)?on) (?:the above|this|these)|for (?:this|these) reasons?|yes|overall)\b/;
const THIS_TREATMENT = /\b(?:the|this|these|said) (?:treatments?|medications?|procedures?|study|studies|services?|surgery|tests?|devices?|items?|therapy|injections?|visits?|sessions?)\b/;

function folded(words: readonly Word[]): string {
  return words.map(({ word }) => word).join(' ');
}

const ASKED = '\\b(?:requests?(?:ed)?|(?:this|these|such)\\s+(?:treatment|medication|procedure|service|surgery|test|device|therapy))\\b';
const STANDARD = '\\b(?:guidelines?|mtus|odg|acoem|criteria|criterion|recommendations?|schedule)\\b';
const MEASURED = new RegExp(`${ASKED}[^.;]{0,80}\\b(?:meets?|met|satisf(?:y|ies|ied)|consistent|accordance|compl(?:y|ies)|exceeds?|supported|within|align(?:s|ed)?|congruent)\\b[^.;]{0,60}${STANDARD}`, 'i');
const BACKED = new RegExp(`${STANDARD}[^.;]{0,40}\\b(?:support|recommend|endorse)s?\\s+(?:the|this)\\s+request\\b`, 'i');
const VALUED = new RegExp(
  `${ASKED}[^.;]{0,80}\\b(?:is|are|was|were)\\s+(?:therefore\\s+|thus\\s+|considered\\s+|deemed\\s+)?(?:moot|redundant|premature|excessive|duplicative|not\\s+(?:an\\s+)?(?:option|possible|allowed|eligible|valid|relevant|applicable|feasible|medical))\\b`,
  'i',
);

/** "This request does not meet the guidelines", "the request is redundant": it is told how the reviewer decides. */
function measures(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return MEASURED.test(words) || BACKED.test(words) || VALUED.test(words);
}

/** A sentence that says whether the request is necessary, in whatever words. */
function saysSo({ verdict, own, request, plain, named, late }: Statement): boolean {
  return verdict.strong ? own || verdict.value !== 'care' : request || (verdict.value !== 'unclear' && named && (plain || late));
}

function decidedBy(statements: readonly Statement[], heading: readonly Word[], item: DisputedItem, lastDoubt: number): Conclusion['decided'] {
  const telling = statements.filter((each) => each.own && !speaksOfOther(each, item));
  const strong = telling.filter(({ verdict }) => verdict.strong && verdict.value !== 'unclear').at(-1);
  const weak = telling.filter((each) => !each.verdict.strong && each.verdict.value !== 'unclear' && decidesWeakly(each)).at(-1);
  // "The request is certified" as the last word stands above what was said before.
  const found = weak !== undefined && (strong === undefined || (weak.final && weak.sentence > strong.sentence)) ? weak : strong;
  if (found === undefined) return null;
  const { value } = found.verdict;
  // Behind a guideline's words in favor a denial may stand in words that are not known here.
  if (value === 'care' && !found.plain && lastDoubt > found.sentence) return null;
  const sentence = telling.filter((each) => each.sentence === found.sentence && !each.verdict.reason);
  // A reason alone ("As the surgery is not necessary, …") decides nothing.
  if (sentence.length === 0) return null;
  const main = sentence.filter(({ verdict }) => verdict.strong || found === weak).at(-1) ?? sentence.at(-1)!;
  if (main.verdict.value !== value || main.verdict.reason) return null;
  if (sentence.some(({ verdict }) => verdict.value !== value && verdict.value !== 'unclear' && (verdict.strong || value === 'care'))) return null;
  // What follows must not take it back.
  if (statements.some((each) => each.sentence > found.sentence && each.own && each.verdict.value !== value && !isAdvice(each))) return null;
  if (isPart(main, heading, item)) return null;
  const agrees = statements.every(({ verdict, own, sentence: at }) => at === main.sentence || !own || !verdict.strong || verdict.value === value || verdict.value === 'unclear');
  if (!agrees && !main.plain && !main.final) return null;
  return { ...main, value: value === 'care' ? 'overturned' : 'upheld' };
}

/** "Recommended" or "appropriate" is said of much beside the request. */
function decidesWeakly({ verdict, request, plain, named, late }: Statement): boolean {
  return verdict.value === 'care' ? request && late : plain ? request || named : named && late;
}

/** Tapering and the like are advised beside the decision, or offered instead of what is requested. */
function speaksOfOther(statement: Statement, item: DisputedItem): boolean {
  const { words, verdict } = statement;
  const clause = words.slice(verdict.clause, verdict.to + 4);
  return clause.some(({ word }) => V.OTHER_CARE.has(word)) && !(item.partial !== null && clause.some(({ word }) => word === 'portion'));
}

function isAdvice({ words, verdict }: Statement): boolean {
  return words.slice(verdict.clause, verdict.to + NEAR).some(({ word }) => V.OTHER_CARE.has(word));
}

/** "Nine sessions are necessary", of twelve; "in part"; "the remaining …". */
function isPart({ words, verdict }: Statement, heading: readonly Word[], item: DisputedItem): boolean {
  const around = words.slice(verdict.clause, Math.min(words.length, verdict.to + 12));
  if (item.partial === null && around.some(({ word }) => V.PART.has(word))) return true;
  if (around.some(({ word }) => word === 'trial') && !heading.some(({ word }) => word === 'trial')) return true;
  if (/\b(?:remaining|remainder|rest|other|others) (?:\w+ ){0,6}(?:is|are|was|were) not\b/.test(folded(words.slice(verdict.to + 1, verdict.to + 3 * NEAR)))) return true;
  const numbers = words.slice(verdict.clause, verdict.from).map(({ word }) => numberOf(word)).filter((value) => value !== undefined);
  const requested = new Set(heading.map(({ word }) => numberOf(word)));
  return verdict.value === 'care' && numbers.length > 0 && requested.size > 1 && !numbers.some((value) => requested.has(value));
}

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

function numberOf(word: string): string | undefined {
  if (/^\d/.test(word)) return word;
  const value = NUMBERS.indexOf(word);
  return value < 0 ? undefined : String(value);
}

/** Words that differ in their ending only are one. */
export function stem(word: string): string {
  return word.length > 5 ? word.slice(0, Math.max(5, word.length - 3)) : word.replace(/s$/, '');
}
