import * as l10n from '@vscode/l10n';
import type { Citation } from '../guidelines';
import { citedFields, type CitedField } from './citing';
import { NO_EVIDENCE } from './empty-field';
import { FIELD_WORDS } from './fields';
import { citing } from './example-letter';
import { firstLine, standsApart } from './places';
import type { Observation, Rule, RuleContext } from './rule';

/** A guideline field whose words lead nowhere. */
export const nothingToLookUp: Rule = {
  code: 'nothing-to-look-up',
  title: 'A guideline field in which nothing can be looked up',
  level: 'information',
  why: 'The field is there so that the parties can read what the decision rests on. A whole work without chapter or topic, or words such as “evidence-based guidelines”, do not let them. That no medical evidence was cited is an answer, and is not marked.',
  source: '8 CCR 9792.21.1(b)-(d): the medical evidence relied on is documented. Observed in letters: “Official Disability Guidelines (ODG).” and no more.',
  marks: 'What stands in the place of a guideline; where nothing does, the first line of the field.',
  examples: {
    wrong: [
      { title: 'No guideline is named', text: citing('See the rationale below.') },
      { title: 'A whole work', text: citing('Decision based on Non-MTUS Citation Official Disability Guidelines (ODG).') },
    ],
    right: [
      { title: 'A chapter and a topic', text: citing('Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee Chapter, MRI.') },
      { title: 'Nothing was cited', text: citing('The Expert Reviewer did not cite any medical evidence for its decision.') },
    ],
  },
  check: (context) => citedFields(context).flatMap((cited) => observed(context, cited)),
  fixes({ letter }, finding) {
    const kind = (finding.data as { field?: string; named?: boolean } | undefined)?.field;
    const named = (finding.data as { named?: boolean } | undefined)?.named === true;
    const item = letter.items[finding.item ?? -1];
    const at = item?.fields.findIndex((each) => each.kind === kind) ?? -1;
    const field = item?.fields[at];
    if (item === undefined || field === undefined || field.kind === 'rationale' || named) return [];
    // Two fields under one label share their text.
    if ([at - 1, at].some((i) => item.fields[i] !== undefined && !standsApart(item.fields[i], item.fields[i + 1]))) return [];
    if ([field, item.fields[at + 1]].some((each) => each !== undefined && each.label.start === each.label.end)) return [];
    return [{ title: l10n.t('Say that no medical evidence was cited'), edits: [{ span: field.body, newText: NO_EVIDENCE[field.kind] }] }];
  },
};

/** What a new letter or a fix has put there to be filled in. */
function isPlaceholder(words: string, kind: CitedField['kind']): boolean {
  return /^\[[^[\]]*\]$/.test(words) || words === FIELD_WORDS[kind].hint();
}

function observed(context: RuleContext, { item, kind, field, citations, statements }: CitedField): Observation[] {
  const { text, catalogue } = context;
  const words = text.slice(field.body.start, field.body.end);
  // "The same pages": the other field says which.
  if (isPlaceholder(words.trim(), kind) || /\bsame\b/i.test(words)) return [];
  // Blanks are the empty field's matter; the two sentences have rules of their own, or need none.
  if (!/[a-z]{2}/i.test(words) || statements.some((statement) => statement.kind === 'none' || statement.kind === 'outside')) {
    if (citations.length === 0 || citations.some((citation) => citation.kind === 'none')) return [];
  }
  const general = (citation: Citation): boolean => catalogue.guideline(citation.guideline)?.general === true;
  const leads = (citation: Citation): boolean =>
    citation.sections.length > 0 || citation.pages.length > 0 || citation.chapter !== null || (citation.guideline === null ? hasOwnWords(text, citation) : !general(citation));
  if (citations.some(leads)) return [];
  const work = citations.map(({ guideline }) => catalogue.guideline(guideline)).find((entry) => entry !== undefined);
  const message =
    work === undefined
      ? l10n.t('Nothing can be looked up here: no guideline is named.')
      : l10n.t('Nothing can be looked up here: “{0}” is a whole work, and no chapter or topic of it is named.', work.name);
  return [{ span: firstLine(text, citations[0]?.span ?? field.body), message, item, data: { field: kind, named: work !== undefined } }];
}

/** Words that any guideline could be called by. */
const GENERAL_WORDS = new Set(
  'a accepted all and any are as at based below by california ca care citation clinical community current decision documentation evidence expert for from general generally guideline guidelines in is it judgment judgement literature medical medically medicine mtus nationally no non of on opinion or other peer practice practices professional rationale recognized records relied research review reviewed reviewer s scientific see standard standards studies study supporting that the this to treatment treatments usual was with'.split(
    ' ',
  ),
);

/** A citation that names no known guideline, and names something all the same. */
function hasOwnWords(text: string, { span, family }: Citation): boolean {
  if (family === 'journal' || family === 'drug-label' || family === 'regulation') return true;
  const words = text.slice(span.start, span.end).toLowerCase().split(/[^a-z0-9]+/);
  return words.some((word) => /[a-z]{2}/.test(word) && !GENERAL_WORDS.has(word));
}
