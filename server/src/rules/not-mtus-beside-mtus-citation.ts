import * as l10n from '@vscode/l10n';
import { citedFields, type CitedField } from './citing';
import { citing } from './example-letter';
import { outsideTheMtus, sentence } from './mtus-words';
import type { Fix, Rule } from './rule';

/** One field says that the decision was not based on the MTUS, and cites the MTUS. */
export const notMtusBesideMtusCitation: Rule = {
  code: 'not-mtus-beside-mtus-citation',
  title: 'Not based on the MTUS, beside a citation of it',
  level: 'hint',
  why: 'The MTUS ranks above everything else. Whether a decision rests on it or not decides how it may be rebutted, and one field cannot say both.',
  source: 'Labor Code 4610.5(c)(2) and 8 CCR 9792.21(d). Observed in letters: the sentence and an MTUS citation never stand in one field.',
  marks: 'The sentence that the decision was not based on the MTUS; the citation is named beside it.',
  examples: {
    wrong: [{ title: 'Both in one field', text: citing('The Expert Reviewer did not base their decision on the MTUS. Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.') }],
    right: [{ title: 'MTUS and another guideline', text: citing('Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies. Decision based on Non-MTUS Citation ODG, Knee.') }],
  },
  check: (context) =>
    citedFields(context).flatMap((cited) => {
      const both = contradiction(cited);
      if (both === undefined) return [];
      return [
        {
          span: both.statement.span,
          message: l10n.t('The field says that the decision was not based on the MTUS, and cites the MTUS.'),
          item: cited.item,
          related: [{ span: both.citation.span, message: l10n.t('The MTUS is cited here.') }],
          data: { field: cited.kind },
        },
      ];
    }),
  fixes(context, finding): Fix[] {
    const kind = (finding.data as { field?: string } | undefined)?.field;
    const cited = citedFields(context).find((each) => each.item === finding.item && each.kind === kind);
    const both = cited === undefined ? undefined : contradiction(cited);
    if (cited === undefined || both === undefined) return [];
    const outside = outsideTheMtus(context.text, both.citation.span);
    return [
      { title: l10n.t('Remove the sentence'), edits: [{ span: sentence(context.text, both.statement.span, cited.field.body.end), newText: '' }] },
      ...(outside === undefined ? [] : [{ title: l10n.t('Cite it as outside of the MTUS'), edits: [outside] }]),
    ];
  },
};

function contradiction({ statements, citations }: CitedField): { statement: CitedField['statements'][number]; citation: CitedField['citations'][number] } | undefined {
  const statement = statements.find(({ kind }) => kind === 'outside');
  // A section of law is cited for what it asks, and is no guideline.
  const citation = citations.find(({ kind, family }) => kind === 'mtus' && family !== 'regulation');
  return statement === undefined || citation === undefined ? undefined : { statement, citation };
}
