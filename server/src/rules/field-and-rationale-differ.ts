import * as l10n from '@vscode/l10n';
import { citedIn, type Citation, type Guideline } from '../guidelines';
import { fieldOf, foldedText, type DisputedItem } from '../letter';
import { guidelineName } from './certainty';
import { citing } from './example-letter';
import { insertion } from './insertion';
import type { Fix, Observation, Rule, RuleContext } from './rule';

/** The rationale names a guideline or chapter that the reviewer's field does not. */
export const fieldAndRationaleDiffer: Rule = {
  code: 'field-and-rationale-differ',
  title: 'The rationale names a guideline that the reviewer’s field does not',
  level: 'hint',
  why: 'The reviewer’s field says what the decision rests on, the rationale how. A chapter that only the rationale names is missing from the field, or the field names the wrong one.',
  source: '8 CCR 9792.21.1(b)-(d): the medical evidence relied on is documented. A rationale may also name a guideline only to say that it is silent, so this is a hint.',
  marks: 'The guideline in the rationale. A work that is named as a whole (“ODG”, “ACOEM”) is not reported.',
  examples: {
    wrong: [
      {
        title: 'Another chapter',
        text: citing('Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.', {
          rationale: 'The MTUS Guideline in ACOEM Chapter 9, Table 9-6, page 214 advises against it. Therefore, the request is not medically necessary.',
        }),
      },
    ],
    right: [
      {
        title: 'The same chapter',
        text: citing('Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.', {
          rationale: 'ACOEM Chapter 13, Table 13-2 advises against it. Therefore, the request is not medically necessary.',
        }),
      },
    ],
  },
  check: (context) =>
    context.letter.items.flatMap((item, index) =>
      strangers(context, item).map(({ citation, entry }): Observation => ({
        span: citation.head ?? citation.span,
        message: l10n.t('The reviewer’s field does not name “{0}”.', guidelineName(entry)),
        item: index,
      })),
    ),
  fixes(context, finding): Fix[] {
    const { text, letter } = context;
    const item = letter.items[finding.item ?? -1];
    const field = item === undefined ? undefined : fieldOf(item, 'reviewerGuideline');
    const found = item === undefined ? undefined : strangers(context, item).find(({ citation }) => (citation.head ?? citation.span).start === finding.span.start);
    if (field === undefined || found === undefined || field.body.start === field.body.end) return [];
    const { citation, entry } = found;
    const words = entry.mtus != null ? `Decision based on MTUS ${[entry.name, entry.edition].filter(Boolean).join(' ')}` : `Decision based on Non-MTUS Citation ${foldedText(text, citation.head ?? citation.span)}`;
    const stop = text[field.body.end - 1] === '.' ? ' ' : '. ';
    return [{ title: l10n.t('Add it to the reviewer’s field'), edits: [insertion(field.body.end, [`${stop}${words}.`])] }];
  },
};

/** Guidelines of the rationale that the reviewer's field does not name, each once. */
function strangers({ text, catalogue }: RuleContext, item: DisputedItem): { citation: Citation; entry: Guideline }[] {
  const { citations } = citedIn(text, item, catalogue);
  const inField = citations.filter(({ field, kind }) => field === 'reviewerGuideline' && kind !== 'none');
  const known = inField.flatMap(({ guideline }) => catalogue.guideline(guideline) ?? []);
  // A field that names nothing known cannot differ.
  if (known.length === 0 || known.length < inField.length) return [];
  const told = new Set<string>();
  return citations.flatMap((citation) => {
    const entry = catalogue.guideline(citation.guideline);
    if (citation.field !== 'rationale' || entry === undefined || entry.general === true || told.has(entry.id)) return [];
    told.add(entry.id);
    return known.some((other) => stands(other, entry)) ? [] : [{ citation, entry }];
  });
}

/** A guideline of the field stands for the rationale's: the same, the whole work of it, or one that covers its chapter. */
function stands(field: Guideline, { id, family, chapter, name }: Guideline): boolean {
  return field.id === id || (field.general === true && field.family === family) || (chapter !== undefined && field.covers?.includes(chapter) === true) || (field.family === family && field.name === name && field.edition === undefined);
}
