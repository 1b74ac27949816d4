import * as l10n from '@vscode/l10n';
import type { DisputedItem, Field, FieldKind } from '../letter';
import { asked, ASKED_FOR } from './asked';
import { FIELD_WORDS } from './fields';
import { insertion } from './insertion';
import type { Part } from './insertion';
import { alreadyThere, mannerOf } from './manner';
import type { FieldPage } from './missing-field';
import { fieldMark } from './places';
import type { Edit, Fix, Observation, Rule, RuleContext } from './rule';

/** What the form itself says where no guideline was cited (observed in letters from 2016 on). */
export const NO_EVIDENCE: Readonly<Record<Exclude<FieldKind, 'rationale'>, string>> = {
  claimsAdministratorGuideline: 'The Claims Administrator did not cite any medical evidence for its decision.',
  reviewerGuideline: 'The Expert Reviewer did not cite any medical evidence for its decision.',
};

/** The rule that a field of this kind says something. */
export function emptyFieldRule(kind: FieldKind, page: FieldPage): Rule {
  const words = FIELD_WORDS[kind];
  return {
    code: `empty-${words.code}`,
    title: `A ${words.name} is empty`,
    level: 'warning',
    ...page,
    marks: 'The label that nothing follows.',
    check: (context) => emptyIn(context, kind),
    fixes(context, finding) {
      const item = context.letter.items[finding.item ?? -1];
      const field = item?.fields[(finding.data as { field?: number } | undefined)?.field ?? -1];
      if (!item || !field || !isEmpty(field, kind)) return [];
      return kind === 'rationale' ? rationaleFixes(context, item, field) : guidelineFixes(context, field, kind);
    },
  };
}

function isEmpty(field: Field, kind: FieldKind): boolean {
  return field.kind === kind && field.body.start === field.body.end;
}

function emptyIn({ text, letter }: RuleContext, kind: FieldKind): Observation[] {
  return letter.items.flatMap((item, index) =>
    item.fields.flatMap((field, at) =>
      isEmpty(field, kind)
        ? [{ span: fieldMark(text, field), message: FIELD_WORDS[kind].empty(), item: index, data: { field: at } }]
        : [],
    ),
  );
}

function guidelineFixes(context: RuleContext, field: Field, kind: Exclude<FieldKind, 'rationale'>): Fix[] {
  const citation: Part[] =
    context.letter.layout === '2014'
      ? ['Decision based on MTUS ', asked(ASKED_FOR.guideline()), ' Page(s): ', asked(ASKED_FOR.pages()), '.']
      : ['Decision based on MTUS ', asked(ASKED_FOR.guideline()), ', Section(s): ', asked(ASKED_FOR.topic()), '.'];
  return [
    { title: l10n.t('Say that no medical evidence was cited'), edits: [body(context, field, [NO_EVIDENCE[kind]])] },
    { title: l10n.t('Write “Decision based on MTUS …”'), edits: [body(context, field, citation)] },
  ];
}

function rationaleFixes(context: RuleContext, item: DisputedItem, field: Field): Fix[] {
  const reasons = asked(FIELD_WORDS.rationale.hint());
  const value = item.decision?.value;
  if (!value) return [{ title: l10n.t('Write a rationale'), edits: [body(context, field, [reasons])] }];
  const conclusion =
    value === 'upheld'
      ? ' Therefore, the request is not medically necessary.'
      : ' Therefore, the request is medically necessary.';
  return [
    {
      title:
        value === 'upheld'
          ? l10n.t('Write a rationale that ends “… is not medically necessary.”')
          : l10n.t('Write a rationale that ends “… is medically necessary.”'),
      edits: [body(context, field, [reasons, conclusion])],
    },
  ];
}

/** The text of an empty field, after its label and as much of the usual blank as is there. */
function body({ text, letter }: RuleContext, field: Field, parts: readonly Part[]): Edit {
  const gap = mannerOf(text, letter).labelGap;
  const there = alreadyThere(text, field.body.start, gap);
  const rest = field.label.start === field.label.end ? '' : gap.slice(there);
  return insertion(field.body.start + there, rest === '' ? parts : [rest, ...parts]);
}
