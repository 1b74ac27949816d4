import * as l10n from '@vscode/l10n';
import { foldedText, type DisputedItem, type Span } from '../../letter';
import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, RATIONALE, REVIEWER_GUIDELINE } from '../example-letter';
import { itemMark } from '../places';
import type { Observation, Rule } from '../rule';
import { conclusionsOf, type Statement } from './conclusion';
import { initialsIn, isAncillary, isSurgery, treatmentsIn } from './treatments';
import * as V from './vocabulary';
import { wordsIn, type Word } from './words';

/** The start of a request that is looked at. */
const HEADING = 2000;
/** Items of the same treatment that are compared before the search is given up. */
const MOST_CANDIDATES = 50;
/** Said of what was decided before. */
const LOOKS_BACK: ReadonlySet<string> = new Set(['above', 'earlier', 'previously', 'below']);
/** How much of the other request's words the conclusion must name. */
const SHARE = 0.5;

function twoItems(last: string): string {
  return exampleLetter({
    fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, RATIONALE, 'Acupuncture, 6 visits: Upheld', CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, `Decision rationale: No gain in function was recorded. ${last}`],
  });
}

/** The conclusion names the request of another item of the letter. */
export const conclusionAboutAnotherRequest: Rule = {
  code: 'conclusion-about-another-request',
  title: 'The conclusion names the request of another item',
  level: 'warning',
  why: 'Each item is decided on its own. A conclusion that names another item\'s treatment was most likely copied from there: this item is left without a conclusion, and the other one may seem to have two.',
  source: 'Observed in letters: a conclusion names the request of its own heading, or says "the request".',
  marks: `In the last sentence that says whether something is medically necessary, the words that name the treatment: from the first to the last of them ("The request for *acupuncture* is not medically necessary").

They are marked when all words that name a treatment in the subject of that sentence stand in the request of one other item of the same letter, make up at least half of that request's own, and none of the item's own treatment words (nor an abbreviation, brand or generic name of it) stands anywhere in the sentence. Numbers, doses, sides and parts of the body are no treatment words, nor are general ones such as "therapy", "injection", "surgery", "testing", "unit"; "physical therapy" and "PT", "MRI" and "magnetic resonance imaging" and the like are one.

Not marked: "the request", "the requested treatment"; a treatment that no other item requests; the same treatment for another part of the body; reasons ("As the surgery is not medically necessary, …"); an item whose rationale concludes about its own treatment by name in an earlier sentence; and items that go with a surgery (assistant, clearance, anything "associated" or "post-op") whose conclusion names that surgery.`,
  examples: {
    wrong: [{ title: 'A conclusion from the item before', text: twoItems('Therefore, the request for an MRI of the left knee is not medically necessary.') }],
    right: [
      { title: 'The item\'s own request', text: twoItems('Therefore, the request for six visits of acupuncture is not medically necessary.') },
      { title: 'No name at all', text: twoItems('Therefore, the request is not medically necessary.') },
    ],
  },
  check: ({ text, letter }) => {
    const requests = letter.items.map((item) => requestOf(text, item));
    const owners = new Map<string, number[]>();
    requests.forEach(({ treatments }, index) => {
      for (const treatment of treatments) owners.set(treatment, [...(owners.get(treatment) ?? []).slice(0, MOST_CANDIDATES), index]);
    });
    return conclusionsOf(text, letter).flatMap((conclusion, index): Observation[] => {
      const own = requests[index]!;
      const last = conclusion?.strong.at(-1);
      const named = last && own.treatments.size > 0 ? namedIn(last) : [];
      const treatments = treatmentsIn(named.map(({ word }) => word));
      const [first] = treatments;
      if (!last || first === undefined || last.words.some(({ word }) => LOOKS_BACK.has(word)) || mentions(last.words, own, treatments)) return [];
      // The item has its own conclusion, and this one looks back or ahead to the other.
      if (conclusion?.strong.some((each) => each.sentence < last.sentence && mentions(each.words, own, treatments))) return [];
      const other = (owners.get(first) ?? []).find((candidate) => candidate !== index && isMeant(treatments, requests[candidate]!.treatments));
      if (other === undefined || (isAncillary(own.words) && isSurgery(requests[other]!.words))) return [];
      const span = marked(named);
      return [
        {
          span,
          message: l10n.t('The conclusion is about “{0}”, which another item requests.', foldedText(text, span)),
          item: index,
          related: [{ span: itemMark(text, letter.items[other]!), message: l10n.t('It is requested here.') }],
        },
      ];
    });
  },
  fixes({ text, letter }, finding) {
    const item = letter.items[finding.item ?? -1];
    const last = conclusionsOf(text, letter)[finding.item ?? -1]?.strong.at(-1);
    const named = last ? namedIn(last) : [];
    const [first, end] = [named[0], named.at(-1)?.end];
    if (!item || !last || !first || end === undefined || marked(named).start !== finding.span.start) return [];
    const own = foldedText(text, item.partial?.remaining ?? item.request);
    const behindFor = /\b(?:for|of)\s*$/i.test(text.slice(Math.max(last.sentenceSpan.start, first.start - 8), first.start));
    const bare = first.start === last.sentenceSpan.start ? 'The request' : 'the request';
    return own === '' ? [] : [{ title: l10n.t('Name this item’s request in its place'), edits: [{ span: { start: first.start, end }, newText: behindFor ? own : bare }] }];
  },
};

interface Request {
  readonly words: readonly string[];
  readonly treatments: ReadonlySet<string>;
}

function requestOf(text: string, { request }: DisputedItem): Request {
  const words = wordsIn(text, { start: request.start, end: Math.min(request.end, request.start + HEADING) }).map(({ word }) => word);
  return { words, treatments: treatmentsIn(words) };
}

/** The words that say what the verdict is about. */
function namedIn({ words, verdict }: Statement): readonly Word[] {
  if (verdict.reason) return [];
  const before = words.slice(verdict.clause, verdict.from);
  const asked = before.findIndex(({ word }, index) => V.REQUEST.has(word) && before[index + 1]?.word === 'for');
  const behind = words.slice(verdict.to + 1, verdict.to + 16);
  const end = behind.findIndex(({ word }) => word === ',' || V.LINK.has(word));
  const after = /^(?:of|for)$/.test(behind[0]?.word ?? '') && words[verdict.to]?.word === 'necessity' ? behind.slice(1, end < 0 ? undefined : end) : [];
  return after.length > 0 ? after : asked < 0 ? before : before.slice(asked + 2);
}

/** The sentence speaks of the item's own request, if only by an abbreviation. */
function mentions(words: readonly Word[], own: Request, named: ReadonlySet<string>): boolean {
  const spoken = words.map(({ word }) => word);
  const initials = initialsIn(own.words);
  if ([...treatmentsIn(spoken)].some((word) => own.treatments.has(word) || (word.length < 6 && initials.has(word)))) return true;
  // The same stem in another form ("acupuncture", "acupuncturist").
  return [...named].some((word) => word.length > 4 && [...own.treatments].some((each) => each.startsWith(word.slice(0, -1)) || (each.length > 4 && word.startsWith(each.slice(0, -1)))));
}

function isMeant(named: ReadonlySet<string>, requested: ReadonlySet<string>): boolean {
  return [...named].every((word) => requested.has(word)) && named.size >= SHARE * requested.size;
}

/** From the first to the last word that names a treatment. */
function marked(named: readonly Word[]): Span {
  const telling = named.filter(({ word }) => treatmentsIn([word]).size > 0);
  const first = telling[0] ?? named[0]!;
  const last = telling.at(-1) ?? named.at(-1)!;
  return { start: first.start, end: last.end };
}
