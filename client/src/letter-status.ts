import * as vscode from 'vscode';
import type { LetterStatus } from '../../server/src/lsp/client-requests';
import { LANGUAGE } from './language';
import type { LanguageServer, ServerState } from './language-server';

/** The language status item: what the server has read in the document at hand. */
export class LetterStatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('imrLetters.letter', { language: LANGUAGE });
  private readonly known = new Map<string, LetterStatus>();
  private state: ServerState = 'starting';
  private readonly subscriptions: vscode.Disposable[];

  constructor(server: LanguageServer) {
    this.item.name = vscode.l10n.t('IMR letter');
    this.subscriptions = [
      this.item,
      server.onLetterStatus((status) => {
        this.known.set(status.uri, status);
        this.show();
      }),
      server.onState((state) => {
        this.state = state;
        if (state !== 'running') this.known.clear();
        this.show();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.known.delete(uri.toString())),
    ];
    this.show();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private show(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.known.get(uri);
    this.item.busy = this.state === 'starting' || (this.state === 'running' && status === undefined);
    this.item.severity = this.state === 'stopped' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    if (this.state === 'stopped') {
      this.item.text = vscode.l10n.t('IMR letter: the language server does not run');
      this.item.command = { command: 'imrLetters.restartServer', title: vscode.l10n.t('Restart') };
    } else {
      this.item.text = status === undefined ? vscode.l10n.t('IMR letter') : letterStatusText(status.letters);
      this.item.command = { command: 'imrLetters.treatAsPlainText', title: vscode.l10n.t('Treat as Plain Text') };
    }
    this.item.accessibilityInformation = { label: this.item.text };
  }
}

/** "IMR letter, 2014 layout, 2 items"; of several letters their number and that of all items. */
function letterStatusText(letters: LetterStatus['letters']): string {
  const [first] = letters;
  if (first === undefined) return vscode.l10n.t('Not read as an IMR letter');
  const items = letters.reduce((sum, letter) => sum + letter.items, 0);
  const count = items === 1 ? vscode.l10n.t('1 item') : vscode.l10n.t('{0} items', items);
  if (letters.length > 1) return vscode.l10n.t('{0} IMR letters, {1}', letters.length, count);
  return vscode.l10n.t('IMR letter, {0}, {1}', layoutText(first.layout), count);
}

function layoutText(layout: string): string {
  switch (layout) {
    case '2013-first':
      return vscode.l10n.t('layout of the first letters');
    case '2013-notice':
      return vscode.l10n.t('2013 notice layout');
    case '2013-numbered':
      return vscode.l10n.t('2013 numbered layout');
    default:
      return vscode.l10n.t('{0} layout', layout);
  }
}
