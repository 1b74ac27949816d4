import type { Span } from '../../letter';
import { coursesIn, type Course } from './frequency';
import { HYPHEN, numeralsIn, type Numeral } from './numerals';

/**
 * What is counted: a kind of the list below, else the word behind the number ("2
 * leg wraps": `leg`); `null` where the letter does not say (`#12`, `x 8`, `, 10`,
 * `(12)`).
 */
export type Counted = string | null;

const NOUNS: readonly (readonly [string, string])[] = [
  ['visit', 'sessions?|visits?|treatments?|appointments?|vists?'],
  ['tablet', 'tablets?|tabs?|capsules?|caps?|pills?'],
  ['patch', 'patch(?:es)?'],
  ['injection', 'injections?|blocks?'],
  ['refill', 'refills?'],
  ['day', 'days?'],
  ['week', 'weeks?|wks?'],
  ['month', 'months?|mos'],
  ['hour', 'hours?|hrs?'],
  ['unit', 'units?'],
  ['view', 'views?'],
  ['pair', 'pairs?'],
  ['set', 'sets?'],
  ['box', 'box(?:es)?'],
  ['tube', 'tubes?'],
  ['bottle', 'bottles?'],
];
const NOUN = `(?:${NOUNS.map(([kind, words]) => `(?<${kind}>${words})`).join('|')})(?![a-z])`;
/** Words between a number and what it counts: "twelve additional physical therapy sessions". */
const BETWEEN = `(?:(?!(?:of|for|to|in|on|at|and|or|per|with|over|than|the|an?|each|every|is|are|was|were|by|from|times?|x|mg|ml|mcg|gm?s?|grams?|milligrams?|cc|oz|ounces?|lbs?|pounds?|inch(?:es)?|minutes?|mins?|${NOUNS.map(([, words]) => words).join('|')})\\b)[a-z]+(?:[-/’'][a-z]+)*\\s{1,4}){0,5}`;
const COUNTS_AFTER = new RegExp(`^(?:\\s{0,4}${HYPHEN}\\s?|\\s{0,4})${BETWEEN}${NOUN}`, 'i');
/** "sessions, 12", "visits x 8". */
const NOUN_BEFORE = new RegExp(`(?<![a-z])(?!(?:day|week|wk|month|mos|hour|hr))${NOUN}\\s{0,4}[,:]?\\s{0,4}(?:[x×]|times|#)?\\s{0,4}$`, 'i');
/** `#12`, `x 8`, `qty 12`, `total of 12`, `times 1`. */
const SIGN_BEFORE = /(?:#|(?<![a-z])(?:[x×]|times|qty|quantity|count|total(?:ing|s)?|=)(?:\s{0,4}(?:of|:|\.))?|\b(?:series|set)\s{1,4}of)\s{0,4}$/i;
const MEASURE_AFTER = /^\s{0,4}(?:%|mg|mcg|µg|ml|cc|gm?\b|gms\b|grams?\b|oz\b|ounces?\b|lbs?\b|pounds?\b|minutes?\b|mins?\b|kg|meq|iu\b|cm|mm|tesla|times?\b|[x×]|a\s|per\b|\/|degrees?|°|years?|-?year)/i;

/** The next word, in the singular. */
const THING = /^\s{1,4}(?!(?:and|the|for|per|with|over|than|each|every|was|were|are|from|times?|mouth|more|less|inch(?:es)?|percent|out|but|not|which|that|had|has)\b)([a-z]{3,20}?)s?(?![a-z])/i;

/** A number of something that a letter counts. */
export interface Count {
  /** The number as written, with its number sign. */
  readonly span: Span;
  readonly numeral: Numeral;
  readonly of: Counted;
  /** After the noun, where the noun stands behind the number. */
  readonly end: number;
}

/**
 * The counts of a stretch of text in order; numbers that say how often and how
 * long are left to `coursesIn`. Ranges are left in with `numeral.range`.
 * Half-open, UTF-16 code units; time linear in the stretch.
 */
export function countsIn(text: string, within: Span, courses: readonly Course[] = coursesIn(text, within)): Count[] {
  return numeralsIn(text, within).flatMap((numeral): Count[] => {
    if (courses.some(({ span }) => span.start < numeral.span.end && numeral.span.start < span.end)) return [];
    const before = text.slice(Math.max(within.start, numeral.span.start - 40), numeral.span.start);
    const after = text.slice(numeral.span.end, Math.min(within.end, numeral.span.end + 110));
    const sign = /#\s?$/.exec(before)?.[0].length ?? 0;
    const span = { start: numeral.span.start - sign, end: numeral.span.end };
    const count = (of: Counted, length = 0): Count[] => [{ span, numeral, of, end: numeral.span.end + length }];
    const behind = COUNTS_AFTER.exec(after);
    if (behind) return count(kindOf(behind), behind[0].length);
    if (MEASURE_AFTER.test(after)) return [];
    const ahead = NOUN_BEFORE.exec(before);
    if (ahead) return count(kindOf(ahead));
    if (SIGN_BEFORE.test(before)) return count(null);
    // Alone in brackets, or alone at the end of a request.
    if (/\(\s?$/.test(before) && /^\s?\)/.test(after)) return count(null);
    if (/[,:(]\s{0,4}$/.test(before) && /^\s*$/.test(after)) return count(null);
    const total = /^\s{1,4}(?:in\s{1,4})?total\b/i.exec(after);
    if (total) return count(null, total[0].length);
    const thing = numeral.value < 1000 ? THING.exec(after)?.[1] : undefined;
    return thing === undefined ? [] : count(thing.toLowerCase());
  });
}

function kindOf(found: RegExpExecArray): Counted {
  return NOUNS.find(([kind]) => found.groups?.[kind] !== undefined)?.[0] ?? null;
}
