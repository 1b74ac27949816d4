import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type SnippetTextEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { cleanupFixes, fixesOf, PRIVACY_RULES, safeFixes, type Edit, type Finding, type RuleLevels } from '../rules';
import { MASK, maskedTexts } from '../rules/privacy';
import type { ClientAbilities } from './client-abilities';
import { MASK_KEPT_COMMAND } from './client-requests';
import { dataOf, SOURCE, type DiagnosticData } from './diagnostics';
import { ignoreAction } from './ignore-action';
import type { Reading } from './reading';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.imr`;
/** Of all safe fixes those that undo what text extraction did. */
export const CLEANUP = `${FIX_ALL}.cleanup`;

/** The quick fixes of the diagnostics named, and `source.fixAll.imr` and its part `.cleanup` where they are asked for by their kind. */
export function codeActionsOf(reading: Reading, params: CodeActionParams, levels: RuleLevels, abilities: ClientAbilities): CodeAction[] {
  if (!abilities.codeActionLiterals || reading.letters.length === 0) return [];
  const only = params.context.only;
  const actions: CodeAction[] = [];
  if (only === undefined || only.some((kind) => includes(kind, CodeActionKind.QuickFix))) {
    for (const diagnostic of params.context.diagnostics) actions.push(...quickFixes(reading, diagnostic, levels, abilities));
    const noise = params.context.diagnostics.find((diagnostic) => isNoise(reading, diagnostic, levels));
    if (noise !== undefined) actions.push(...cleanup(reading, levels, abilities, 2).map((action) => ({ ...action, kind: CodeActionKind.QuickFix, diagnostics: [noise] })));
  }
  // Not offered unasked: a person who asks for a quick fix here does not mean the whole letter.
  if (only?.some((kind) => includes(kind, FIX_ALL))) actions.push(...fixAll(reading, levels, abilities));
  // Fix-all takes it along; beside it, it stands only in a menu of source actions, where a person takes one of them.
  if (only?.some((kind) => kind === CLEANUP || includes(kind, 'source'))) actions.push(...cleanup(reading, levels, abilities));
  return actions;
}

function quickFixes(reading: Reading, diagnostic: Diagnostic, levels: RuleLevels, abilities: ClientAbilities): CodeAction[] {
  const finding = findingOf(reading, diagnostic, levels);
  if (finding === undefined) return [];
  const fixes = fixesOf(reading.text, reading.letters, finding, reading.catalogue).map((fix): CodeAction => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred === true ? { isPreferred: true } : {}),
    edit: workspaceEdit(reading, fix.edits, abilities),
    ...maskKept(reading, finding, abilities),
  }));
  return [...fixes, ...ignoreAction(reading, diagnostic, finding, levels, abilities)];
}

/** What is masked in the letter is masked in all that is kept about it; the client knows where that is. */
function maskKept(reading: Reading, finding: Finding, abilities: ClientAbilities): Pick<CodeAction, 'command'> {
  const letter = reading.letters[reading.letterAt(finding.span.start)];
  if (!abilities.ignoresFindings || letter === undefined || !PRIVACY_RULES.some(({ code }) => code === finding.code)) return {};
  const words = maskedTexts(reading.text, letter, finding);
  return { command: { title: l10n.t('Mask it in what is kept about the letter'), command: MASK_KEPT_COMMAND, arguments: [reading.document.uri, words, MASK] } };
}

function fixAll(reading: Reading, levels: RuleLevels, abilities: ClientAbilities): CodeAction[] {
  const edits = safeFixes(reading.text, reading.letters, reading.findings(levels), reading.catalogue);
  if (edits.length === 0) return [];
  const plain = edits.map(({ span, newText }) => ({ span, newText }));
  return [{ title: l10n.t('Fix what cannot change the meaning'), kind: FIX_ALL, edit: workspaceEdit(reading, plain, abilities) }];
}

/** The clean-up of all letters, where it has `least` places or more to mend. */
function cleanup(reading: Reading, levels: RuleLevels, abilities: ClientAbilities, least = 1): CodeAction[] {
  const edits = cleanupFixes(reading.text, reading.letters, reading.findings(levels), reading.catalogue);
  if (edits.length < least) return [];
  return [{ title: l10n.t('Remove what text extraction left behind'), kind: CLEANUP, edit: workspaceEdit(reading, edits, abilities) }];
}

/** A diagnostic whose fix is part of the clean-up. */
function isNoise(reading: Reading, diagnostic: Diagnostic, levels: RuleLevels): boolean {
  const finding = findingOf(reading, diagnostic, levels);
  return finding !== undefined && fixesOf(reading.text, reading.letters, finding, reading.catalogue).some((fix) => fix.cleanup);
}

/**
 * The finding of today's text that a diagnostic of then speaks of: the same in
 * code, item and data, the nearest of them by line. Its message is not read.
 */
function findingOf(reading: Reading, diagnostic: Diagnostic, levels: RuleLevels): Finding | undefined {
  if (diagnostic.source !== SOURCE || !isData(diagnostic.data)) return undefined;
  const { code, letter, item, data } = diagnostic.data;
  const sought = JSON.stringify({ code, letter, item, data } satisfies DiagnosticData);
  const offset = reading.document.offsetAt(diagnostic.range.start);
  let nearest: Finding | undefined;
  for (const finding of reading.findings(levels)) {
    if (JSON.stringify(dataOf(reading, finding)) !== sought) continue;
    if (nearest === undefined || Math.abs(finding.span.start - offset) < Math.abs(nearest.span.start - offset)) nearest = finding;
  }
  return nearest;
}

function isData(data: unknown): data is DiagnosticData {
  return typeof data === 'object' && data !== null && typeof (data as DiagnosticData).code === 'string';
}

function workspaceEdit(reading: Reading, edits: readonly Edit[], abilities: ClientAbilities): WorkspaceEdit {
  const { uri, version } = reading.document;
  const plain = (edit: Edit): TextEdit => ({ range: reading.range(edit.span), newText: edit.newText });
  if (!abilities.documentChanges) return { changes: { [uri]: edits.map(plain) } };
  const placed = (edit: Edit): TextEdit | SnippetTextEdit =>
    abilities.snippetEdits && edit.snippet !== undefined
      ? { range: reading.range(edit.span), snippet: { kind: 'snippet', value: edit.snippet } }
      : plain(edit);
  return { documentChanges: [{ textDocument: { uri, version }, edits: edits.map(placed) }] };
}

/** `source` holds `source.fixAll`, which holds `source.fixAll.imr`; the empty kind holds all. */
function includes(asked: string, kind: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
