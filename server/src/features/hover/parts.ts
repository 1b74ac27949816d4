import * as l10n from '@vscode/l10n';
import type { Catalogue } from '../../guidelines';
import type { Decision, FieldKind, SectionKind } from '../../letter';
import { factLines, LAW_OF_DECISION, LAW_OF_FIELD, LAW_OF_SECTION } from './law';
import { page } from './markdown';

/** What a labelled field is for, and what the law asks for there. */
export function fieldHover(kind: FieldKind, of: Catalogue): string {
  const first: Record<FieldKind, string> = {
    claimsAdministratorGuideline: l10n.t('**Claims administrator guideline**: what the denial or modification of the treatment was based on.'),
    reviewerGuideline: l10n.t("**Reviewer's guideline**: what the expert reviewer based this decision on."),
    rationale: l10n.t('**Decision rationale**: the clinical reasons for this decision.'),
  };
  return page(first[kind], factLines(LAW_OF_FIELD[kind], of));
}

/** What a decision means for the parties and by when. */
export function decisionHover(decision: Decision, of: Catalogue): string {
  switch (decision.value) {
    case 'upheld':
      return page(l10n.t('**Upheld**: the denial stands. The disputed treatment was not found medically necessary.'), factLines(LAW_OF_DECISION.upheld, of));
    case 'overturned':
      return page(l10n.t('**Overturned**: the denial falls. The disputed treatment was found medically necessary.'), factLines(LAW_OF_DECISION.overturned, of));
    default:
      return l10n.t('The decision is open: neither Upheld nor Overturned.');
  }
}

/** What a section holds. */
export function sectionHover(kind: SectionKind, of: Catalogue): string {
  const first: Record<SectionKind, string> = {
    notice: l10n.t('**Notice**: tells the parties the final determination.'),
    method: l10n.t('**Method**: who reviewed the case and by what standard.'),
    documents: l10n.t('**Documents reviewed**: the records that the reviewer had.'),
    summary: l10n.t("**Case summary**: the employee's medical condition as the records show it."),
    issues: l10n.t('**Issues, decisions and rationales**: each disputed treatment is decided on its own.'),
    credentials: l10n.t("**Credentials**: the reviewer's qualifications. The name stays confidential."),
  };
  return page(first[kind], factLines(LAW_OF_SECTION[kind], of));
}
