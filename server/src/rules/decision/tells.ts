import type { Span } from '../../letter';

const STANDARD = /\b(?:guidelines?|mtus|odg|acoem|criteria|criterion|schedule|literature|(?:clinical|controlled|recent|several|cohort|large|small|published|quality)\s+(?:stud(?:y|ies)|trials?)|table)\b/i;
const SAID = /\b(?:states?|stated|says|said|notes|noted|opin(?:es|ed)|feels?|felt|believes?|argues?|writes|wrote|claims|reports|reported|thinks|thought) that\b|\b(?:states?|stated|says|wrote):/i;
const CONDITION = /\b(?:if|when|whether|unless|once|until|would be|may be|might be|could be)\b/i;
const NECESSARY = /\bmedical(?:ly)?[\s-]+(?:un)?necess/i;
const DENIED = /\b(?:not|n['’]t|non)[\s-]+medically[\s-]+necessary/i;
const DRAWN = /\b(?:therefore|thus|hence|accordingly|consequently|as such)\b/i;

/** What is decided with, said in the present. */
const DECIDING =
  /\b(?:(?:de|non-?\s?)?certif(?:y|ied|ication)|approv(?:e|ed|al)|authoriz(?:e|ed)|granted|grant|allowed|den(?:y|ied)|disapproved?|overturn(?:ed|ing)?|uph(?:old|eld)|upholding|reversed?|(?:un)?necessary|(?:in)?appropriate|(?:contra)?indicated|(?:un)?warranted|(?:un)?justified|(?:un)?reasonable|(?:un)?supported|needed|required|essential|excessive|premature|moot|redundant|duplicative)\b/i;
const PRESENT = /(?:\b(?:is|are|not|cannot|be|seems?|appears?|remains?|would|should|deemed|found|considered|i)\b|n['’]t\b|['’]s\b)/i;
const PAST = /\b(?:was|were|been|had|previously|already|prior)\b/i;
const PAPERS = /\b(?:information|documentation|clarification|records?|reports?|evidence|notes?|details?|data|documents?)\b/i;
const LIKEWISE =
  /\bi\s+(?:do\s+not\s+|don['’]t\s+)?(?:fully\s+)?(?:agree|concur|disagree)\b|\b(?:determination|denial|decision|review)\s+(?:[\w'’]+\s+){0,4}?(?:stands|(?:cannot|should\s+not|should|must|must\s+not|will\s+not|does\s+not)\s+stand|(?:was|is|were|are)\s+(?:right|correct|wrong|mistaken|in\s+error))\b|\b(?:request|item|it|this)\s+(?:\w+\s+)?fails\b|\bunproven\b|\bno\s+need\s+for\b|\bqualif(?:y|ies)\b|\bin\s+the\s+(?:negative|affirmative)\b|\bi\s+(?:can|could|would|will)\s?(?:not)?\s+(?:support|recommend|certify|approve|endorse)\b|\bno\s+(?:good\s+)?reason\s+to\s+(?:withhold|deny|refuse|delay)\b|\bok(?:ay)?\s+to\s+(?:certify|approve|authorize)\b|\bshould\s+(?:go\s+ahead|proceed|be\s+(?:provided|given))\b|\b(?:so|neither|nor)\s+(?:is|are|was|were)\b|\bsame\s+(?:applies|holds|is\s+true)\b|\b(?:is|are|falls?)\s+(?:well\s+|fully\s+)?within\b/i;
/** "Denied.", "Request not certified.", "Not needed in …", and the answer to a question: "No.", "It was not." */
const BARE = /^(?:at\s+(?:this|the)\s+(?:moment|time|point),?\s+|so,?\s+)?(?:no|yes|(?:it|this|that|they)\s+(?:is|was|are|were)(?:\s+not|n['’]t)?)\s*[.!]?$|^(?:the\s+|this\s+)?(?:requests?\s+|therefore,?\s+|i\s+|ur\s+|would\s+|recommend\s+)*(?:not\s+(?:medically|necessary|needed|certified|approved|authorized|indicated|supported|warranted|appropriate)|denied|deny|approved?|certify|certified|non-?\s?certif\w+|overturn(?:ed)?|uphold|upheld|granted|moot|duplicate|(?:medically\s+)?necessary|appropriate)\b/i;

/** An answer to what was asked before: "At present it is not.", "It now is." */
const ANSWER = /\b(?:is|are|was|were)(?:\s+not|n['’]t)?\s*[.!]?$/i;
/** Of a treatment that was given, "when" tells the time and no condition. */
const WHEN_GIVEN = /\bwas\s+(?:not\s+)?medically\s+necessary\s+when\s+(?:it\s+was\s+)?(?:dispensed|given|performed|done|provided|used|rendered|taken|made)\b/i;

/** Parts of a sentence that say something of their own. */
const PARTS = /[;:]\s|,\s+(?=(?:and|so|but|yet|therefore|thus|hence)\b)/;
/** Longer sentences are lists. */
const LONGEST = 1200;

/**
 * Whether a sentence of a rationale tells, in whatever grammar, that something
 * is decided: half of the reviewers write notes and no sentences ("Request not
 * certified", "Denied.", "so is the clearance"). `left` sentences follow it.
 * Words of guidelines, of others, and conditions tell nothing. Time linear in
 * the sentence. Source: manners observed in letters.
 */
export function tells(text: string, { start, end }: Span, left: number): boolean {
  const sentence = text.slice(start, Math.min(end, start + LONGEST)).replace(/\s+/g, ' ');
  const parts = sentence.split(PARTS);
  if (parts.some((part) => NECESSARY.test(part) && saysItself(part, DENIED.test(part)))) return true;
  if (left > 1) return false;
  return parts.some((part) => {
    if ((BARE.test(part) && !PAST.test(part.split(',', 1)[0]!)) || ANSWER.test(part)) return true;
    if (!saysItself(part, false) || PAPERS.test(part)) return false;
    return LIKEWISE.test(part) || (DECIDING.test(part) && PRESENT.test(part) && !PAST.test(part.replace(/\b(?:was|were|been)\s+(?:deemed|found|considered)\b/gi, '')));
  });
}

function saysItself(part: string, denied: boolean): boolean {
  if (SAID.test(part) || (CONDITION.test(part) && !denied && !WHEN_GIVEN.test(part))) return false;
  return !STANDARD.test(part) || DRAWN.test(part);
}
