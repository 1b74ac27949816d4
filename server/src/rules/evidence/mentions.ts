import { foldedText, type Letter, type Span } from '../../letter';
import { passagesOf } from '../prose';
import { sentencesIn } from '../sentences';
import { claimsIn } from './claims';
import { contentWords, SPECIFIC_TERMS } from './content-words';

/** Something that a rationale says is not documented, and the sentences of the summary that speak of it. */
export interface Mentioned {
  /** Zero-based index of the disputed item. */
  readonly item: number;
  readonly claim: Span;
  /** Never empty, in the order of the text. */
  readonly mentions: readonly Span[];
}

/** A sentence that says itself that something is not so, that it is only asked for, or only a diagnosis or a suspicion. */
const SAYS_NOT = /\b(?:no|not|non|nor|none|never|neither|without|den(?:y|ies|ied|ying)|negative|lack(?:s|ed|ing)?|absen(?:t|ce)|unable|declined?|refused?|unremarkable)\b|n[’']t\b/i;
const ASKED_FOR = /\b(?:request(?:s|ed|ing)?|recommend(?:s|ed|ation|ations|ing)?|pending|plan(?:s|ned)?|would|will|if|consider(?:s|ed|ing|ation)?|propos(?:e[ds]?|ing|al)|await(?:s|ed|ing)?|schedul(?:e[ds]?|ing)|authoriz(?:e[ds]?|ation)|approv(?:e[ds]?|al))\b/i;
const SUPPOSED = /\b(?:family\s+history|diagnos(?:is|es|ed)|impressions?|suspect(?:s|ed)?|suspicion|possible|rule[sd]?\s+out)\b/i;

/** What a person tells is not what an examination finds. */
const OBJECTIVE = /\b(?:objective|examinations?|exams?|imaging|findings?)\b/i;
const TOLD_BY_PERSON = /\b(?:complain(?:s|ed|ts?|ing)?|reports?|reported|states?|stated|subjective(?:ly)?|describe[sd]?|feels?|felt)\b/i;

/** What is missed of a thing, not the thing: a drug that is taken is no intolerance to it. Each must stand in the summary's words too. */
const MISSED_OF_IT = /\b(?:intoleran|side[\s-]+effect|adverse|allerg|contraindicat|fail|unsuccessful|number|frequency|recent|function|plan\b|complian|abus|aberran|dependen|duration|dos(?:e|age)|weight)/gi;

/** Parts of a claim, each a thing of its own. */
const PARTS = /,|\band\/or\b|\b(?:or|and|nor)\b/i;
const PRONOUN = /\b(?:this|it|these|they|them|such)\b(?!\s+(?:patient|claimant|applicant|worker|employee|time|case|individual)\b)/i;

/** As many sentences of a summary as are looked at for one word, and shown for one claim. */
const MOST_LOOKED_AT = 64;
const MOST_MENTIONS = 3;
/** A word that stands alone must be so long to say what it is about, and none that anything may do. */
const SPECIFIC = 5;
const OF_ANYTHING: ReadonlySet<string> = contentWords('improve fail complete respond response abnormal stable');

/** The form's own words at the head of a summary end with a colon, and the first sentence follows. Observed in letters. */
const INTRODUCTION = /^\s*The\s[^.:]{0,40}reviewer\s[^.:]{0,300}:/i;

interface Told {
  readonly span: Span;
  readonly words: ReadonlySet<string>;
  /** As written, in small letters. */
  readonly written: string;
  readonly byPerson: boolean;
}

interface Summary {
  readonly sentences: readonly Told[];
  /** Word → places in `sentences`. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

/** What the rationales of a letter say is not documented, and the sentences of its summary that speak of it, in the order of the text. */
export function evidenceIn(text: string, letter: Letter): Mentioned[] {
  const passages = passagesOf(text, letter);
  const rationales = passages.filter(({ kind }) => kind === 'rationale');
  let summary: Summary | undefined;
  return rationales.flatMap(({ item, span }) =>
    sentencesIn(text, span).flatMap((sentence) =>
      claimsIn(text, sentence).flatMap(({ span: claim, about }): Mentioned[] => {
        summary ??= summaryOf(text, passages.filter(({ kind }) => kind === 'summary').map((passage) => passage.span));
        const request = letter.items[item ?? -1]?.request;
        const asksForFinding = OBJECTIVE.test(text.slice(claim.start, claim.end));
        const mentions = mentionsOf(text.slice(about.start, about.end), request === undefined ? '' : foldedText(text, request), asksForFinding, summary);
        return item === null || mentions.length === 0 ? [] : [{ item, claim, mentions }];
      }),
    ),
  );
}

function summaryOf(text: string, spans: readonly Span[]): Summary {
  const sentences: Told[] = [];
  const byWord = new Map<string, number[]>();
  const afterIntroduction = ({ start, end }: Span): Span => ({ start: start + (INTRODUCTION.exec(text.slice(start, end))?.[0].length ?? 0), end });
  for (const span of spans.flatMap((each) => sentencesIn(text, afterIntroduction(each)))) {
    const words = text.slice(span.start, span.end);
    if (SAYS_NOT.test(words) || ASKED_FOR.test(words) || SUPPOSED.test(words)) continue;
    const told = { span, words: contentWords(words), written: words.toLowerCase(), byPerson: TOLD_BY_PERSON.test(words) };
    for (const word of told.words) {
      const places = byWord.get(word);
      if (places === undefined) byWord.set(word, [sentences.length]);
      else if (places.length < MOST_LOOKED_AT) places.push(sentences.length);
    }
    sentences.push(told);
  }
  return { sentences, byWord };
}

function mentionsOf(claim: string, request: string, asksForFinding: boolean, { sentences, byWord }: Summary): Span[] {
  const found = new Set<number>();
  const topic = PRONOUN.test(claim) ? contentWords(request) : null;
  // "intolerance to Mobic or Neurontin": said of the parts that follow, too.
  const missed: string[] = [];
  for (const part of claim.split(PARTS)) {
    const sought = contentWords(part);
    missed.push(...[...part.matchAll(MISSED_OF_IT)].map(([word]) => word.toLowerCase()));
    const tellsOfIt = ({ written }: Told) => missed.every((word) => written.includes(word));
    const shared = new Map<number, number>();
    for (const word of sought) for (const place of byWord.get(word) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    for (const [place, count] of shared) if (!(asksForFinding && sentences[place]!.byPerson) && tellsOfIt(sentences[place]!) && speaksOf(sought, count, topic, sentences[place]!.words)) found.add(place);
  }
  return [...found].sort((a, b) => a - b).slice(0, MOST_MENTIONS).map((place) => sentences[place]!.span);
}

/** Whether a sentence that shares so many of the words sought speaks of the same. */
function speaksOf(sought: ReadonlySet<string>, shared: number, topic: ReadonlySet<string> | null, words: ReadonlySet<string>): boolean {
  if (shared * 2 < sought.size) return false;
  // "whether this was of benefit": what "this" is, the request says.
  if (topic !== null) return [...topic].some((word) => words.has(word) && !sought.has(word));
  if (shared >= 2) return true;
  return sought.size === 1 && [...sought].every((word) => SPECIFIC_TERMS.has(word) || (word.length >= SPECIFIC && !OF_ANYTHING.has(word)));
}
