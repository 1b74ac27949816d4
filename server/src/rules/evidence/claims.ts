import type { Span } from '../../letter';

/** A claim that something is not documented: the whole of it, and the words that say what. */
export interface Claim {
  readonly span: Span;
  readonly about: Span;
}

const QUALITY = String.raw`(?:(?:clear|objective|clinical|specific|significant|medical|current|recent|submitted|supporting|available|sufficient|adequate|formal|further|real|recorded)\s+){0,2}`;
const NOUN = String.raw`(?:documented\s+(?:evidence|history|record|indication)|documentation|documented|evidence|mention|records?|recorded|indication|discussion|description)\b(?!\s+(?:for|against)\b)`;

/** What is not there stands behind these. */
const BEHIND = new RegExp(
  [
    String.raw`\b(?:no|without|lacks?|lacking|neither)\s+${QUALITY}${NOUN}`,
    String.raw`\b(?:lack|absence|absent)\s+of\s+(?:any\s+)?${QUALITY}${NOUN}`,
    String.raw`\b(?:do|does|did)\s+not\s+(?:clearly\s+|adequately\s+|specifically\s+)?(?:document|mention|show|describe|report|reflect|record|note|indicate|establish|provide|contain|include|reveal)\b`,
    String.raw`\bfail(?:s|ed)?\s+to\s+(?:document|mention|show|describe|report|record|note|indicate|establish|provide)\b`,
  ].join('|'),
  'gi',
);
/** Of these, only the record can be what does not document; an image that does not show a tear is a finding. */
const NEEDS_RECORD = /^(?:do|does|did|fail)/i;
const RECORD = /\b(?:documentation|records?|notes?|reports?|files?|charts?)\b/i;

/** What is not there stands before these. */
const BEFORE = /\b(?:is|are|was|were|(?:has|have|had)\s+been|(?:has|have|had))\s+not\s+(?:been\s+)?(?:clearly\s+|adequately\s+|specifically\s+|well\s+)?(?:documented|mentioned|recorded)\b/gi;

/** A sentence on what guidelines or studies say is none on the record. */
const OF_GUIDELINES = /\b(?:guidelines?|mtus|odg|acoem|literature|studies|trials|recommend(?:s|ed|ation|ations)?)\b/i;

/** A reason that nobody gives is no fact that a summary could speak of. */
const OF_REASONS = /\b(?:how|why|rationale|reasons?|reasoning|explanation|justification)\b/i;

/** Where the thing that is not documented ends and its purpose, its reason or another thought begins. */
const ENDS = /[;:]|,?\s+(?:(?:that|which)\s+(?:would|could|might|requires?|supports?|warrants?|necessitates?)|to\s+(?:support|warrant|justify|suggest|necessitate|substantiate)|other\s+than|beyond|despite|although|however|because|since|therefore|so\s+that|and\s+(?:it|there|he|she|the)\s+(?:is|are|was|were|has|had)|as\s+(?:the|he|she|it|they|there)\b)/i;

/** Longer claims say several things; what stands this far behind is another one. */
const LONGEST = 240;

/**
 * The claims of a sentence in its order; `within` is the sentence. Half-open,
 * UTF-16 code units; time linear in the sentence.
 */
export function claimsIn(text: string, within: Span): Claim[] {
  const sentence = text.slice(within.start, within.end);
  const claims: Claim[] = [];
  const stated = OF_GUIDELINES.exec(sentence);
  for (const match of sentence.matchAll(BEHIND)) {
    const from = match.index;
    const start = from + match[0].length;
    if (stated !== null && stated.index < start + LONGEST) continue;
    if (NEEDS_RECORD.test(match[0]) && !RECORD.test(sentence.slice(Math.max(0, from - LONGEST), from))) continue;
    const rest = sentence.slice(start, start + LONGEST);
    const end = start + (ENDS.exec(rest)?.index ?? rest.length);
    add(from, end, start, end);
  }
  for (const match of sentence.matchAll(BEFORE)) {
    if (stated !== null && stated.index < match.index + LONGEST) continue;
    const before = sentence.slice(Math.max(0, match.index - LONGEST), match.index);
    const cut = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(':')) + 1;
    const start = match.index - before.length + cut;
    add(start, match.index + match[0].length, start, match.index);
  }
  return claims.sort((a, b) => a.span.start - b.span.start);

  function add(from: number, to: number, aboutFrom: number, aboutTo: number): void {
    if (OF_REASONS.test(sentence.slice(aboutFrom, aboutTo))) return;
    const [start, end] = trimmed(sentence, from, to);
    claims.push({
      span: { start: within.start + start, end: within.start + end },
      about: { start: within.start + aboutFrom, end: within.start + aboutTo },
    });
  }
}

function trimmed(words: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  while (start < end && /[\s,]/.test(words.charAt(start))) start += 1;
  while (end > start && /[\s.,]/.test(words.charAt(end - 1))) end -= 1;
  return [start, end];
}
