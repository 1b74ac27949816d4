import type { DisputedItem, Letter, Span } from '../../letter';
import { rationaleOf } from '../prose';
import { sentencesIn } from '../sentences';

/** A sentence of a rationale that says whether the request is medically necessary. */
export interface Conclusion {
  readonly item: number;
  /** The words that restate the request: from "request (for)", "therefore" or the sentence's start to the verb. */
  readonly subject: Span;
  /** The sentence says that this is the request. */
  readonly named: boolean;
}

interface Subject extends Span {
  readonly named: boolean;
}

/** A rationale has one or two conclusions; of more than these the last are read. */
const MOST = 20;

const LONGEST = 1500;
const NECESSARY =
  /\bmedically[\s-]+(?:necessary|appropriate|justifiable|justified|reasonable|indicated|warranted|supported|unnecessary)\b|\bnot\s+(?:clinically\s+)?(?:necessary|indicated|certified|authorized|approved|warranted)\b/i;
const NECESSITY = /\bmedical\s+necessity\s+(?:of|for)\b/i;
const VERB = /\b(?:is|are|was|were|cannot|can|could|would|should|does|do|did|appears?|remains?|to\s+be|to\s+not\s+be|has|have|not)\b/i;
const REQUEST = /\brequests?\b(?:\s+as\s+(?:submitted|written))?|\brequested\b(?!\s+(?:on|by|in|from|as|to)\b)/gi;
const THEREFORE = /\b(?:therefore|thus|hence|consequently|accordingly|as\s+such|in\s+conclusion|in\s+summary|for\s+(?:these|this)\s+reasons?)\b/gi;
/** A clause on the ground of the decision, which ends at its comma. */
const GROUND = /^(?:based|pursuant|per|according|under|in\s+(?:the\s+)?(?:absence|light|view|accordance))\b/i;
const SUBORDINATE = /^(?:as|given|since|because|while|although|though|with|without|after|in|due|if|when|considering|where|contrary|unlike|compared|apart|despite|besides|whereas)\b/i;
const SOMEBODY = /^(?:there|he|she|it|this\s+(?:patient|worker|employee)|the\s+(?:patient|claimant|employee|injured|applicant|worker|provider|physician|guidelines?|mtus|acoem|odg)|mtus|acoem|odg|california|ca)\b/i;
/** What goes on behind the request: a relative clause, a reason. */
const TAIL = /[,\s]+\b(?:that|which|who|as|because|since|given|beyond|in\s+excess|exceed\w*|while|when|after|based|due|pursuant|according|secondary|per(?!\s+(?:week|day|month|wk))|at\s+this|in\s+this)\b/i;
const CONDITION = /\b(?:if|unless|whether)\b/i;
/** Words of what has been, or of what a guideline allows: these numbers are not the request's, but where the heading has the word too. */
const ELSEWHERE = /\b(?:complet\w*|attend\w*|receiv\w*|approv\w*|certif\w*|prior|previous\w*|already|had|been|guidelines?|recommend\w*|exceed\w*|maximum|up\s+to|trial|initial\w*|remaining|balance|total\w*|altogether|in\s+all|making|instead|rather|(?:more|less|fewer)\s+than)\b/gi;
/** Words of a heading that grants in part: where extraction has hidden a heading, it is no conclusion (observed in letters). */
const OF_A_HEADING = /\boriginal\s+request\b|\bIMR\s+eligible\b/i;
/** "Ten visits have been given, and eight more are not …": the first tells what was. */
const GIVEN = /^(?:has|have|had)\s+(?:already\s+)?been\s+(?!not\b|deemed|found|considered|shown|established|determined|documented|demonstrated|supported)\w+/i;
const NEGATION = /\b(?:not|cannot|never|no|unnecessary|fails?)\b|n[’']t\b/i;

const known = new WeakMap<Letter, readonly Conclusion[]>();

/**
 * The concluding sentences of all rationales, in the order of the text, as far
 * as they restate the request and say what the heading's decision says; worked
 * out once per letter.
 */
export function conclusionsOf(text: string, letter: Letter): readonly Conclusion[] {
  let conclusions = known.get(letter);
  if (conclusions === undefined) known.set(letter, (conclusions = letter.items.flatMap((item, index) => read(text, item, index))));
  return conclusions;
}

/** The request of an item, in a partial request its three parts. */
export function requestParts({ request, partial }: DisputedItem): readonly Span[] {
  return (partial ? [partial.original, partial.authorized, partial.remaining] : [request]).filter(({ start, end }) => end - start <= LONGEST);
}

function read(text: string, item: DisputedItem, index: number): Conclusion[] {
  const rationale = rationaleOf(item);
  if (rationale === undefined) return [];
  const heading = text.slice(item.request.start, Math.min(item.request.end, item.request.start + 2 * LONGEST)).toLowerCase();
  const conclusions = sentencesIn(text, rationale).flatMap((sentence): Conclusion[] => {
    if (sentence.end - sentence.start > LONGEST || OF_A_HEADING.test(text.slice(sentence.start, sentence.end))) return [];
    const subject = subjectOf(text.slice(sentence.start, sentence.end), item.decision?.value ?? null, heading);
    return subject === null ? [] : [{ item: index, named: subject.named, subject: { start: sentence.start + subject.start, end: sentence.start + subject.end } }];
  });
  return conclusions.slice(-MOST);
}

function subjectOf(words: string, decided: 'upheld' | 'overturned' | null, heading: string): Subject | null {
  const necessary = NECESSARY.exec(words);
  const necessity = necessary ? null : NECESSITY.exec(words);
  if (!necessary && !necessity) return null;
  const limit = necessary?.index ?? words.length;
  const from = necessity ? startOfNecessity(words, necessity.index + necessity[0].length) : startOf(words.slice(0, limit));
  if (from === null) return null;
  const { start, named } = from;
  const verb = firstVerb(words, start, limit);
  if (necessity && verb === limit) return null;
  const said = words.slice(verb, necessary ? necessary.index + necessary[0].length : limit);
  if (GIVEN.test(said) || CONDITION.test(words.slice(0, limit)) || (decided !== null && NEGATION.test(said) !== (decided === 'upheld'))) return null;
  const end = start + (TAIL.exec(words.slice(start, verb))?.index ?? verb - start);
  if (end <= start || [...words.slice(start, end).matchAll(ELSEWHERE)].some(([word]) => !heading.includes(word.toLowerCase()))) return null;
  return { start, end, named };
}

interface From {
  readonly start: number;
  readonly named: boolean;
}

function startOfNecessity(words: string, after: number): From {
  const request = afterLast(REQUEST, words.slice(0, firstVerb(words, after, words.length)), after);
  return { start: request ?? after, named: request !== undefined };
}

function startOf(before: string): From | null {
  const therefore = afterLast(THEREFORE, before, 0);
  const from = therefore ?? 0;
  const rest = before.slice(from).replace(/^[\s,]+/, '');
  const start = before.length - rest.length;
  const request = afterLast(REQUEST, before, from);
  // "As the requested surgery is not medically necessary, …" decides nothing here.
  const clause = SUBORDINATE.test(rest) && before.indexOf(',', start) < 0;
  if (request !== undefined) return clause ? null : { start: request, named: true };
  if (GROUND.test(rest)) return afterComma(before, before.indexOf(',', start));
  if (SUBORDINATE.test(rest)) return afterComma(before, before.lastIndexOf(','));
  return SOMEBODY.test(rest) ? null : { start, named: false };
}

function afterComma(before: string, comma: number): From | null {
  return comma < 0 || SOMEBODY.test(before.slice(comma + 1).trimStart()) ? null : { start: comma + 1, named: false };
}

function afterLast(pattern: RegExp, words: string, from: number): number | undefined {
  const found = [...words.matchAll(pattern)].filter(({ index }) => index >= from && !/\bas\s+$/i.test(words.slice(Math.max(0, index - 6), index))).at(-1);
  return found && found.index + found[0].length;
}

function firstVerb(words: string, from: number, limit: number): number {
  const verb = VERB.exec(words.slice(from, limit));
  return verb ? from + verb.index : limit;
}
