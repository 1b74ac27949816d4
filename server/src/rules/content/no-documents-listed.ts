import * as l10n from '@vscode/l10n';
import { exampleLetter } from '../example-letter';
import { firstLine } from '../places';
import type { Rule } from '../rule';
import { sectionWords } from './section-words';

/** In the notices of 2013 the first item opens with such words, before its first label. */
const FIRST_ITEM = /(?:^|\n)\s{0,6}\(?\d{1,2}[.)]\s{1,6}Regarding\b/i;

/** A heading for the documents reviewed, and no document below it. */
export const noDocumentsListed: Rule = {
  code: 'no-documents-listed',
  title: 'The list of documents reviewed is empty',
  level: 'warning',
  why: 'The parties can tell what a decision rests on only from the list of documents. A heading with nothing below it is a list that was lost or never written.',
  source:
    '8 CCR 9792.10.6(d), item 3 of what a final determination holds: a list of the documents reviewed; the name of the provider and a range of dates suffice (*seen*). Observed in letters: public copies from 2014 on have lost the list with its heading, so its absence is no finding.',
  marks:
    'The heading `DOCUMENTS REVIEWED`, `DOCUMENTS REVIEWED FOR DETERMINATION` or `Documents Reviewed for Determination`, where nothing stands below it before the next heading or item, or nothing but one sentence that ends in a colon. ' +
    'Not marked: a letter without the heading, a sentence in the place of a list, and a letter that ends at the heading, as cut-off copies do.',
  examples: {
    wrong: [{ title: 'A heading without a list', text: withDocuments('') }],
    right: [
      { title: 'Documents below it', text: withDocuments('Utilization review determination of 3/4/2016\nNotes of the treating physician, 1/5/2016 to 3/1/2016\n\n') },
      { title: 'No heading, as in public copies', text: exampleLetter({}) },
    ],
  },
  check({ text, letter }) {
    const documents = sectionWords(text, letter, 'documents');
    if (documents === undefined) return [];
    const said = text.slice(documents.words.start, documents.words.end);
    const list = said.slice(0, FIRST_ITEM.exec(said)?.index ?? said.length).replace(/^[^:.;]{0,300}:/, '');
    if (/[\p{L}\p{N}]/u.test(list)) return [];
    return [{ span: firstLine(text, documents.section.heading), message: l10n.t('No document is listed here.'), item: null }];
  },
  fixes: () => [],
};

function withDocuments(list: string): string {
  return exampleLetter({}).replace('CLINICAL CASE SUMMARY', `DOCUMENTS REVIEWED\n\n${list}CLINICAL CASE SUMMARY`);
}
