/** Words by which the lines of a rationale are told from those of a request. */

/** Words whose full stop ends no sentence, as requests have them ("Qty. 30", "5 mg. tabs."). */
export const ABBREVIATION =
  /(?:^|[\s(])(?:qty|quant|no|nos|dr|mr|ms|mrs|st|vs|approx|mg|mcg|ml|tab|tabs|cap|caps|hr|hrs|wk|wks|wkly|dos|inj|eval|tx|rx|etc|e\.g|i\.e|inc|ref|refs|min|mins|max|lb|lbs|mo|mos|yr|yrs|ea|dx|b\.i\.d|t\.i\.d|q\.d|p\.o|p\.r\.n|ext|misc)\.$/i;

export const SENTENCE = /\b(?:therefore|as such|medically necessary|is not|was not|are not|were not|has been|have been|had been|does not|do not)\b/i;

/** A rationale's last words, whose full stop is often forgotten (observed in letters). */
export const CONCLUSION = /\b(?:medically necessary|and appropriate)$/i;

/** An address ends a sentence as well as a full stop does. */
export const ADDRESS = /(?:https?:\/\/|www\.)\S*$/i;

/** What ends a rationale; no request holds it. */
export const CONCLUDED = /\bmedically\s{1,6}necessary(?:\s{1,6}and\s{1,6}appropriate)?\s?\.["”)]?\s*/gi;

export const ENDS_CONCLUDED = /\b(?:necessary|appropriate)\s?\.["”)]?$/i;

/** Words of a rationale that no request has. "The patient" and "has been" do occur in requests. */
export const PROSE =
  /\b(?:therefore|as such|medical necessity|the request (?:is|was|for|does|has|as|exceeds|should)|(?:is|was|are|were|been|be) (?:not )?(?:supported|recommended|indicated|warranted|documented|established|overturned|upheld|certified)|not (?:supported|recommended|indicated|warranted|documented|established|met))\b/i;

/** A line without any of these may belong to a request. */
export const VERBS =
  /\b(?:is|was|were|are|has|have|had|does|do|did|not|been|would|should|could|cannot|therefore|request|requested|patient|worker|applicant|guidelines?|recommended|documented)\b/i;

/** Verdicts and advice of rationales. */
export const VERDICT = /\bnot\s{1,6}(?:medically|supported|recommended|indicated|established|documented|warranted|met|certified)\b|\b(?:should|would|must|cannot)\b|\boriginal\s{1,6}request\b/i;

export const STOPS = /[.?!]["”’')\]]?$/;

/** A block of lines without any of these says nothing: "The request for a brace" is a request's own words. */
export const FINITE = /\b(?:is|was|were|are|has|have|had|does|do|did|not|been|would|should|could|cannot|therefore)\b/i;

/** Words whose full stop may end a sentence all the same; "Dr." and "Qty." never do. */
export const MAY_END = /(?:^|[\s(])(?:etc|no|nos|mg|mcg|ml|tabs?|caps?|hrs?|wks?|mins?|lbs?|mos?|yrs?|tx|rx|dx|inj|eval|inc|b\.i\.d|t\.i\.d|q\.d|p\.o|p\.r\.n)\.$/i;

/** What a sentence has and a request has not. */
export const TOLD = /\b(?:he|she|they|may|can|will|would|should|could|is|was|are|were|has|have|had|does|did|not|therefore)\b/i;

/** Page numbers and footers, as extractors leave them between the lines. */
export const FURNITURE = /^(?:\d{1,3}|page\s{1,3}\d{1,3}(?:\s{1,3}of\s{1,3}\d{1,3})?|.{0,12}Final Determination Letter for IMR Case Number\s.{0,20})$/i;

/** A line that ends as rationales end, with or without the full stop. */
export function concludes(line: string): boolean {
  return CONCLUSION.test(line) || ENDS_CONCLUDED.test(line);
}
