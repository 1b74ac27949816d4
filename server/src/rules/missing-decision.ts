import * as l10n from '@vscode/l10n';
import { asked, ASKED_FOR } from './asked';
import type { DisputedItem, Letter } from '../letter';
import { layoutOf } from '../letter/layouts';
import { decisionFixes } from './decision-fix';
import { exampleLetter } from './example-letter';
import { insertion } from './insertion';
import { alreadyThere, mannerOf } from './manner';
import type { Manner } from './manner';
import { fieldSpan, itemMark, lastLine, startsLine, visibleStart } from './places';
import type { Edit, Rule } from './rule';

/** A disputed item whose heading ends without a decision. */
export const missingDecision: Rule = {
  code: 'missing-decision',
  title: 'A disputed item has no decision',
  level: 'warning',
  why: 'Each disputed item is decided on its own: *Upheld*, the denial stands, or *Overturned*, the treatment is found necessary. An item without one of the two leaves worker, physician and claims administrator without an answer, and the outcome of the case cannot be told.',
  source: '8 CCR § 9792.10.6(d): the determination states whether the disputed treatment is medically necessary.',
  marks: 'The last line of the request, where the decision should stand.',
  examples: {
    wrong: [{ title: 'The heading ends with the request', text: exampleLetter({ heading: 'MRI of the left knee' }) }],
    right: [{ title: 'The decision follows the last colon', text: exampleLetter({ heading: 'MRI of the left knee: Upheld' }) }],
  },
  check: ({ text, letter }) =>
    letter.items.flatMap((item, index) =>
      // Where the label of the rationale decides, a missing rationale says it all.
      item.decision || layoutOf(letter.layout).decision === 'rationale-heading'
        ? []
        : [
            {
              span: item.request.start < item.request.end ? lastLine(text, item.request) : itemMark(text, item),
              message: l10n.t('This disputed item has no decision.'),
              item: index,
            },
          ],
    ),
  fixes({ text, letter }, finding) {
    const item = letter.items[finding.item ?? -1];
    if (!item) return [];
    const manner = mannerOf(text, letter);
    if (layoutOf(letter.layout).decision !== 'heading') {
      const at = sentenceEnd(text, letter, item);
      return at === null ? [] : decisionFixes(manner, (word) => insertion(at, [manner.decisionMark + word]));
    }
    return decisionFixes(manner, (word) =>
      item.request.start < item.request.end
        ? afterRequest(text, item.request.end, manner.decisionMark, word)
        : wholeHeading(text, item, manner, word),
    );
  },
};

/**
 * Layouts that decide in a sentence ("… has determined the request for a …")
 * may hold it far from the item's own heading: the end of the last sentence
 * that names the request, `null` where there is none.
 */
function sentenceEnd(text: string, letter: Letter, item: DisputedItem): number | null {
  const request = text.slice(item.request.start, item.request.end);
  if (request === '') return null;
  for (let at = letter.span.end; ; ) {
    at = text.lastIndexOf(request, at - 1);
    if (at < letter.span.start || at <= 0) return null;
    const before = text.slice(Math.max(letter.span.start, at - 60), at);
    if (/\bdetermined\s(?:that\s)?the\srequest\sfor\s(?:an?\s|the\s)?$/i.test(before.replace(/\s+/g, ' '))) return at + request.length;
  }
}

/** `: Upheld` after the request, or as much of it as is not there yet. */
function afterRequest(text: string, requestEnd: number, mark: string, word: string): Edit {
  const colon = text[requestEnd - 1] === ':' ? requestEnd - 1 : visibleStart(text, requestEnd, text.length);
  if (text[colon] !== ':' || !mark.includes(':')) return insertion(requestEnd, [mark + word]);
  const gap = mark.slice(mark.lastIndexOf(':') + 1);
  const there = alreadyThere(text, colon + 1, gap);
  return insertion(colon + 1 + there, [gap.slice(there) + word]);
}

/** The heading of an item that has lost its request too, before its first field. */
function wholeHeading(text: string, item: DisputedItem, manner: Manner, word: string): Edit {
  const first = item.fields[0];
  const at = first ? fieldSpan(first).start : item.span.end;
  return insertion(at, [
    ...(startsLine(text, at) ? [] : [manner.separator]),
    asked(ASKED_FOR.request()),
    manner.decisionMark + word + manner.separator,
  ]);
}
