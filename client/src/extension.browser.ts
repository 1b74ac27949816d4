import { Uri, type ExtensionContext } from 'vscode';
import { activateWith } from './extension';

export { deactivate } from './extension';

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  activateWith(context, async (id, name, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(script);
    return { client: new LanguageClient(id, name, worker, options), dispose: () => worker.terminate() };
  });
}
