import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Finding, RuleLevels } from '../rules';
import type { ClientAbilities } from './client-abilities';
import { IGNORE_FINDING_COMMAND, type FindingToIgnore } from './client-requests';
import type { Reading } from './reading';

/** The quick fix that ignores a finding, for a client that asks for the reason; it stands behind those that mend. */
export function ignoreAction(reading: Reading, diagnostic: Diagnostic, finding: Finding, levels: RuleLevels, abilities: ClientAbilities): CodeAction[] {
  if (!abilities.ignoresFindings) return [];
  const id = reading.findingIds(levels)[reading.allFindings(levels).indexOf(finding)];
  if (id === undefined) return [];
  const title = l10n.t('Ignore this finding here, with a reason…');
  const what: FindingToIgnore = { uri: reading.document.uri, id, message: finding.message };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command: IGNORE_FINDING_COMMAND, arguments: [what] } }];
}
