import * as vscode from 'vscode';
import { GUIDELINE_PAGE, GUIDELINE_PAGE_SCHEME, type GuidelinePage, type GuidelinePageParams } from '../../server/src/lsp/client-requests';
import { GuidelineFiles } from './guideline-files';
import type { LanguageServer } from './language-server';

/** What the client does for the catalogue of guidelines: the workspace's own files, and the pages. */
export function registerGuidelines(server: LanguageServer, output: vscode.LogOutputChannel): vscode.Disposable {
  const files = new GuidelineFiles(server, output);
  return vscode.Disposable.from(files, registerGuidelinePages(server, files.onChanged));
}

/** Serves the read-only pages of guidelines, to which "Go to Definition" leads; the server writes them. */
function registerGuidelinePages(server: LanguageServer, changed: vscode.Event<void>): vscode.Disposable {
  const outdated = new vscode.EventEmitter<vscode.Uri>();
  const refresh = changed(() => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === GUIDELINE_PAGE_SCHEME) outdated.fire(uri);
  });
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: outdated.event,
    async provideTextDocumentContent({ path }) {
      const params: GuidelinePageParams = { id: path.split('/')[1] ?? '' };
      const page = await server.request<GuidelinePage | null>(GUIDELINE_PAGE, params);
      return page?.text ?? vscode.l10n.t('This guideline is not known here.');
    },
  };
  return vscode.Disposable.from(outdated, refresh, vscode.workspace.registerTextDocumentContentProvider(GUIDELINE_PAGE_SCHEME, provider));
}
