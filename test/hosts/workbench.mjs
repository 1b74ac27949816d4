import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runServerCommand, startServer } from './server-host.mjs';
import { uriPath } from './server-suite.mjs';

/** Settings for a workbench that shows the work and nothing else. */
const QUIET = {
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  // On in a browser unless told otherwise; a fix that is tried out must not be written at once.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Starts the VS Code server with one extension in it, as if installed: either a packaged
 * one (`vsix`), or the folder of one (`extension`), which then is used where it lies, so a
 * reload of the page takes a new build.
 *
 * `data` is an empty folder for the server's own files. Gives what `startServer` gives and
 * `address(folder, file)`, the page that shows a folder and, where given, a file in it.
 */
export async function startWorkbench({ home, data, vsix, extension, token = null, settings = {} }) {
  const extensions = path.join(data, 'extensions');
  const machine = path.join(data, 'server', 'data', 'Machine');
  await Promise.all([mkdir(extensions, { recursive: true }), mkdir(machine, { recursive: true })]);
  await writeFile(path.join(machine, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  if (vsix !== undefined) {
    await runServerCommand(home, ['--install-extension', vsix, '--force', '--server-data-dir', path.join(data, 'server'), '--extensions-dir', extensions]);
  } else {
    await writeFile(path.join(extensions, 'extensions.json'), JSON.stringify([await installedEntry(extension)]));
  }
  const server = await startServer({ home, data: path.join(data, 'server'), extensions, token });
  return {
    ...server,
    address(folder, file) {
      const query = new URLSearchParams();
      if (token !== null) query.set('tkn', token);
      query.set('folder', uriPath(folder));
      if (file !== undefined) {
        query.set('payload', JSON.stringify([['openFile', `vscode-remote://localhost:${server.port}${encodeURI(uriPath(file))}`]]));
      }
      // Slashes and colons may stand for themselves, and the address is for people too.
      return `${server.origin}/?${query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':')}`;
    },
  };
}

/** A line of the server's list of installed extensions, for a folder anywhere. */
async function installedEntry(folder) {
  const { publisher, name, version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  return { identifier: { id: `${publisher}.${name}` }, version, location: { $mid: 1, path: uriPath(folder), scheme: 'file' }, metadata: {} };
}
