import type { Catalogue, RegulationFact } from '../../guidelines';
import type { DecisionValue, FieldKind, SectionKind } from '../../letter';
import { escaped, type Line } from './markdown';

/** Which facts of law belong to which part of a letter: ids of `data/regulations.json`. */
export const LAW_OF_FIELD: Readonly<Record<FieldKind, readonly string[]>> = {
  claimsAdministratorGuideline: ['8-ccr-9792.21.1-b-d-documentation', '8-ccr-9792.21-c-presumption', '8-ccr-9792.21-d-gaps'],
  reviewerGuideline: [
    '8-ccr-9792.10.6-d-item-5-required-content',
    '8-ccr-9792.21.1-b-d-documentation',
    '8-ccr-9792.21.1-a-1-search-sequence-step-1',
    '8-ccr-9792.21.1-a-2-a-search-sequence-step-2',
  ],
  rationale: ['8-ccr-9792.10.6-d-item-6-required-content', 'lab-4610.6-c-test', 'lab-4610.6-d-1-form', 'lab-4610.5-c-2-medical-necessity'],
};

export const LAW_OF_DECISION: Readonly<Record<DecisionValue, readonly string[]>> = {
  upheld: ['lab-4610.6-g-effect', 'lab-4610.6-h-appeal', 'lab-4610.6-h-appeal-standard', 'lab-4610.6-i-remedy'],
  overturned: [
    '8-ccr-9792.10.7-a-2-implementation',
    '8-ccr-9792.10.7-a-1-implementation',
    '8-ccr-9792.10.7-b-penalty',
    'lab-4610.6-g-effect',
    'lab-4610.6-h-appeal',
  ],
};

export const LAW_OF_SECTION: Readonly<Record<SectionKind, readonly string[]>> = {
  notice: ['8-ccr-9792.10.6-e-accompanying-content', 'lab-4610.6-g-effect'],
  method: ['lab-4610.6-b-record', 'lab-4610.6-a-scope-of-review'],
  documents: ['8-ccr-9792.10.6-d-item-3-required-content'],
  summary: ['8-ccr-9792.10.6-d-item-2-required-content'],
  issues: ['8-ccr-9792.10.6-d-item-4-required-content', '8-ccr-9792.10.6-d-item-1-required-content'],
  credentials: ['lab-4610.6-f-reviewer-identity'],
};

/** A fact of law with its section, on one line. */
export function factLine(fact: RegulationFact): Line {
  return [{ text: `**${escaped(`${fact.law} ${fact.ref}`)}**: ${escaped(fact.fact)}`, from: fact }];
}

/** The facts of these ids; an id that the data no longer has is left out. */
export function factLines(ids: readonly string[], of: Catalogue): Line[] {
  return ids.flatMap((id) => {
    const fact = of.fact(id);
    return fact === undefined ? [] : [factLine(fact)];
  });
}
