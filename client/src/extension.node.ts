import type { ExtensionContext } from 'vscode';
import { activateWith } from './extension';
import { writeWhole } from './write-whole.node';

export { deactivate } from './extension';

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  activateWith(context, async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('./client-library.node');
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return { client: new LanguageClient(id, name, { run, debug }, options), dispose: () => undefined };
  }, writeWhole);
}
