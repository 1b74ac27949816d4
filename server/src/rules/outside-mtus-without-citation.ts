import * as l10n from '@vscode/l10n';
import { citedFields, type CitedField } from './citing';
import { citing } from './example-letter';
import { insertion } from './insertion';
import { sentence } from './mtus-words';
import type { Fix, Rule, RuleContext } from './rule';

/** The field says that the decision rests outside of the MTUS, and not on what. */
export const outsideMtusWithoutCitation: Rule = {
  code: 'outside-mtus-without-citation',
  title: 'Outside of the MTUS, and no citation after it',
  level: 'warning',
  why: 'A decision that goes outside of the MTUS rests on something else, and the law asks what. The sentence alone leaves the reader with nothing to look up.',
  source: '8 CCR 9792.21.1(b)-(d): the medical evidence relied on is documented. Observed in letters: a Non-MTUS citation follows the sentence in every one.',
  marks: 'The sentence.',
  examples: {
    wrong: [{ title: 'The citation is missing', text: citing('The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.') }],
    right: [
      {
        title: 'With what was relied on',
        text: citing('The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee Chapter, MRI.'),
      },
    ],
  },
  check: (context) =>
    citedFields(context).flatMap((cited) => {
      const statement = alone(cited);
      if (statement === undefined) return [];
      return [{ span: statement.span, message: l10n.t('The decision rests outside of the MTUS; what it rests on is not cited.'), item: cited.item, data: { field: cited.kind } }];
    }),
  fixes: (context, finding) => fixes(context, finding.item, (finding.data as { field?: string } | undefined)?.field),
};

/** The sentence, where nothing in its field is cited. */
function alone({ statements, citations }: CitedField): CitedField['statements'][number] | undefined {
  return citations.length > 0 ? undefined : statements.find(({ kind }) => kind === 'outside');
}

function fixes(context: RuleContext, item: number | null, kind: string | undefined): Fix[] {
  const cited = citedFields(context).find((each) => each.item === item && each.kind === kind);
  const statement = cited === undefined ? undefined : alone(cited);
  if (cited === undefined || statement === undefined) return [];
  const { body } = cited.field;
  const begun = cited.statements.find(({ kind: other }) => other === 'non-mtus');
  const place = { hint: l10n.t('guideline, chapter, topic') };
  const end = sentence(context.text, statement.span, body.end).end;
  const edit =
    begun !== undefined
      ? insertion(begun.span.end, [' ', place])
      : insertion(end, [`${/\s/.test(context.text.charAt(end - 1)) ? '' : context.text[end - 1] === '.' ? ' ' : '. '}Decision based on Non-MTUS Citation `, place, '.']);
  return [{ title: l10n.t('Add the citation'), edits: [edit], preferred: true }];
}
