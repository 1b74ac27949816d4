import * as l10n from '@vscode/l10n';
import type { FieldKind } from '../letter';

/** What the checks of one field say; one row per field, so that the logic is written once. */
export interface FieldWords {
  /** Second half of the codes `missing-…` and `empty-…`. */
  readonly code: string;
  /** In English, within a sentence of a rule's page. */
  readonly name: string;
  readonly missing: () => string;
  readonly empty: () => string;
  /** What a writer puts in. */
  readonly hint: () => string;
}

export const FIELD_WORDS: Readonly<Record<FieldKind, FieldWords>> = {
  claimsAdministratorGuideline: {
    code: 'claims-administrator-guideline',
    name: 'claims administrator guideline',
    missing: () => l10n.t('This disputed item does not say which guideline the claims administrator relied on.'),
    empty: () => l10n.t('The claims administrator guideline is empty.'),
    hint: () => l10n.t('guideline the claims administrator relied on'),
  },
  reviewerGuideline: {
    code: 'reviewer-guideline',
    name: 'reviewer guideline',
    missing: () => l10n.t('This disputed item does not say which guideline the reviewer relied on.'),
    empty: () => l10n.t('The reviewer guideline is empty.'),
    hint: () => l10n.t('guideline the reviewer relied on'),
  },
  rationale: {
    code: 'rationale',
    name: 'decision rationale',
    missing: () => l10n.t('This disputed item has no decision rationale.'),
    empty: () => l10n.t('The decision rationale is empty.'),
    hint: () => l10n.t('reasons for the decision'),
  },
};
