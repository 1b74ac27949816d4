import type { Rule } from '../rule';
import { credentialsIncomplete } from './credentials-incomplete';
import { noDocumentsListed } from './no-documents-listed';
import { noMedicalCondition } from './no-medical-condition';

/** What the law asks a determination to hold. */
export const CONTENT_RULES: readonly Rule[] = [noMedicalCondition, noDocumentsListed, credentialsIncomplete];
