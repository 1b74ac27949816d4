import type { DecisionValue, Span } from '../../letter';
import type { Statement } from './conclusion';

/** Somebody’s view is told, to be agreed with or not. */
const SPOKEN =
  /\b(?:contention|contend\w*|assert\w*|argu(?:e|es|ed|ing|ment|ments)|insist\w*|maintains? that|claim(?:s|ed)? that|views?|(?:opinion|position|claim|statement|finding|conclusion) that|idea|notion|belief|suggest\w*|held|holds that|had (?:also )?(?:found|concluded|determined|deemed|decided|stated|noted|opined|reasoned)|according to (?!(?:the )?(?:current |above )?(?:mtus|odg|acoem|guidelines?|ca\b|california|evidence|criteria))|disagree\w*(?! with (?:the |this )?(?:[\w’' -]{0,40})?(?:denial|decision|determination|non-?\s?certification))|dispute (?:that|whether)|mistaken|err(?:ed|s|or|oneous\w*)|determination of not|unfounded|without merit|persua\w*|convinc\w*)\b/i;

/** Turns of phrase that say the reverse of their verb, or less than it. */
const TURNED =
  /\b(?:(?:falls?|fell|stops?|stopped|comes?|came) short|far from|devoid|anything but|(?:scarcely|barely|hardly|rarely|seldom)|declin\w+|hesita\w+|no ?one|nobody|nothing (?:in|that|to|speaks|suggest\w*|indicat\w*|would|about)|no less|no reason|too \w+|(?:difficult|hard|wrong|impossible) to|remains? to be|(?:has|have|had) yet|not possible|same can\s?(?:not|['’]t)|stopped|ceased|not a case|not routinely|no longer be|beyond question|should not stand|that [^.;]* lacking|before|cannot exclude)\b/i;

/** What was, what may be, what as a rule is, what comes later. */
const NOT_NOW =
  /\b(?:in the past|formerly|back then|at (?:that|the) time of|at that time|at first|early on|in the (?:first|early|beginning|acute)|would (?!recommend|overturn|reverse|certify|approve)|could|might|ordinarily|normally|usually|generally|typically|otherwise|as a rule|future|subsequent|any more|at present|thereafter|after that|concurrent\w*)\b/i;

/** The verb, and not the month. */
const MAY = /\bmay\b/;
/** A denial all the same: "would not be supported", if no condition follows. */
const WOULD_NOT = /\bwould not be\b(?!.*\b(?:without|unless|absent|if|in an?|but)\b)/i;
/** Advice beside the decision. */
const ADVICE = /\b(?:wean\w*|taper\w*|titrat\w*|detox\w*)\b/i;

/** "Had a deficit been recorded, …", "Were there …", "That the drug is necessary has not been shown". */
const OPENED = /^(?:had|were|should|that|whether|how|why|of the|nothing|nobody|nowhere)\b/i;

/** "X-rays are medically necessary, an MRI is not.", "An MRI is, and x-rays are not, …", "…, a purchase never.": two subjects with one verdict. */
const TWO_SUBJECTS = /\b(?:(?:is|are|was|were)(?:\s+not|n['’]t|\s+no longer|\s+never)(?:\s+so)?\s*(?:[.;!]|,(?!\s+(?:on|in|by|at|for|from|per|based|given|therefore|thus|hence)\b[^,]*,)|$)|(?:is|are|was|were)(?:\s+so)?\s*(?:[.;!]|$)|(?:is|are),?\s+(?:and|but)\s|never\s*[.,;!])/i;
/** One thing is granted, beside or instead of another. */
const CONTRAST = /\b(?:but|yet|rather than|in place of|instead|alone)\b/i;

/** Behind words in favor these take something back. */
const BACK = /\b(?:not|no|never|none|neither|nor|cannot|disagree\w*|however|but|unless|instead|lack\w*|fail\w*|exceed\w*|insufficient\w*|unclear)\b|n['’]t\b/i;
/** Behind a denial these decide otherwise. */
const FORTH =
  /\b(?:(?:is|are|was|were|be|been)\s+(?:\w+\s+){0,3}(?:necessary|certified|approved|authorized|granted|supported|appropriate|indicated|warranted|justified|met|satisfied|reasonable|recommended)|meets?|satisf(?:y|ies)|overturn\w*|revers\w*|mistaken|precedence|disagree\w*|however|but)\b|^(?:it|this|that|they|these)\s+(?:is|are|was|were)\s*[.!]?$/i;

/** "Therefore, …", "The request is …": the sum of what was said before. */
const SUM = /^(?:yes,? |no,? )?(?:the|this|these) request(?:s|ed)?\b|\b(?:therefore|thus|hence|accordingly|consequently|as such|in (?:summary|conclusion|sum)|for (?:this|these) reasons?)\b/i;

/**
 * Whether a conclusion that contradicts its heading can be read in no other
 * way: nobody else's view, no turn of phrase, no two subjects in one sentence,
 * nothing behind it that takes it back, and nothing elsewhere in the rationale
 * that says what the heading says. `sentences` are those of the rationale;
 * spans are UTF-16 code units, half-open. Source: correct rationales in many
 * manners, written to be misread.
 */
export function isBeyondDoubt(text: string, sentences: readonly Span[], statements: readonly Statement[], decided: Statement & { readonly value: DecisionValue }): boolean {
  const words = (index: number) => foldedWords(text, sentences[index]);
  const said = words(decided.sentence);
  const plain = decided.value === 'upheld' ? said.replace(WOULD_NOT, 'is not') : said;
  const doubts = [SPOKEN, TURNED, NOT_NOW, MAY, OPENED, TWO_SUBJECTS, ...(decided.value === 'overturned' ? [CONTRAST] : [])];
  if (doubts.some((doubt) => doubt.test(plain))) return false;
  const turns = decided.value === 'overturned' ? BACK : FORTH;
  for (let index = decided.sentence + 1; index < sentences.length; index += 1) if (turns.test(words(index)) && !ADVICE.test(words(index))) return false;
  const opposite = decided.value === 'overturned' ? 'denial' : 'care';
  const agrees = statements.some(({ sentence, verdict, own }) => sentence !== decided.sentence && own && verdict.strong && !verdict.reason && verdict.value === opposite);
  return !agrees || (SUM.test(said) && decided.sentence === sentences.length - 1);
}

function foldedWords(text: string, sentence: Span | undefined): string {
  return sentence === undefined ? '' : text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
}
