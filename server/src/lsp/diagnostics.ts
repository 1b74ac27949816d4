import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Finding, Level, RuleLevels } from '../rules';
import type { ClientAbilities } from './client-abilities';
import type { Reading } from './reading';

/** What stands before a message in the problems panel, and how code actions know our diagnostics. */
export const SOURCE = 'IMR';

const SEVERITIES: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries, so that its finding is found again without reading the message. */
export interface DiagnosticData {
  readonly code: string;
  /** Zero-based index of the letter in the document, and of the disputed item in the letter. */
  readonly letter: number;
  readonly item: number | null;
  readonly data: unknown;
}

/** Address of the page of a rule, or `undefined` where there is none. */
export type RulePage = (code: string) => string | undefined;

/** The diagnostics of a document in the order of its text; none for a text that is no letter. */
export function diagnosticsOf(reading: Reading, levels: RuleLevels, abilities: ClientAbilities, page: RulePage): Diagnostic[] {
  return reading.findings(levels).map((finding) => toDiagnostic(reading, finding, abilities, page));
}

function toDiagnostic(reading: Reading, finding: Finding, abilities: ClientAbilities, page: RulePage): Diagnostic {
  const diagnostic: Diagnostic = {
    range: reading.range(finding.span),
    severity: SEVERITIES[finding.level],
    source: SOURCE,
    code: finding.code,
    message: finding.message,
    data: dataOf(reading, finding),
  };
  const href = abilities.codeDescription ? page(finding.code) : undefined;
  if (href !== undefined) diagnostic.codeDescription = { href };
  if (abilities.relatedInformation && finding.related !== undefined && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ span, message }) => ({
      location: { uri: reading.document.uri, range: reading.range(span) },
      message,
    }));
  }
  return diagnostic;
}

/** See {@link DiagnosticData}. */
export function dataOf(reading: Reading, finding: Finding): DiagnosticData {
  return { code: finding.code, letter: reading.letterAt(finding.span.start), item: finding.item, data: finding.data ?? null };
}

/** The same for the same version and the same diagnostics, also after a restart of the server. */
export function resultIdOf(version: number, diagnostics: readonly Diagnostic[]): string {
  const content = JSON.stringify(diagnostics);
  // FNV-1a: a fingerprint, no secret.
  let hash = 0x811c9dc5;
  for (let index = 0; index < content.length; index++) {
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `${version}-${hash.toString(16)}`;
}
