import path from 'node:path';
import { runAutomation } from './automation.mjs';
import { launchBrowser } from './browser.mjs';
import { installServer, startServer } from './server-host.mjs';

/** An absolute path of this machine as the path of an URI. */
export function uriPath(file) {
  const forward = file.split(path.sep).join('/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}

/** How often the workbench is loaded until it has its workspace. */
const ATTEMPTS = 3;

/**
 * Runs a bundled suite in the Node extension host of the VS Code server, with the workbench
 * in a headless browser. `extension` is the folder of the extension under development,
 * `tests` the bundle, `workspace` a `.code-workspace` file, `data` an empty folder for the
 * server. Gives the suite's exit code.
 */
export async function runInServer({ extension, tests, workspace, data, hear, say = console.log }) {
  const home = await installServer(say);
  const server = await startServer({ home, data: path.join(data, 'server'), extensions: path.join(data, 'extensions') });
  let browser;
  try {
    browser = await launchBrowser(say);
    const remote = (file) => `vscode-remote://localhost:${server.port}${encodeURI(uriPath(file))}`;
    const payload = [['extensionDevelopmentPath', remote(extension)], ['extensionTestsPath', remote(tests)]];
    const address = `${server.origin}/?workspace=${encodeURIComponent(uriPath(workspace))}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    const ended = server.ended.then((code) => Promise.reject(new Error(`The VS Code server ended with ${code} during the tests.`)));
    ended.catch(() => {});
    for (let attempt = 1; ; attempt += 1) {
      let empty = false;
      const listen = (text) => {
        if (text.includes('"event":"no-workspace"')) empty = true;
        hear(text);
      };
      const code = await Promise.race([runAutomation({ browser, address, hear: listen }), ended]);
      if (!empty || attempt === ATTEMPTS) return code;
      // One start in twenty, on a busy machine, VS Code 1.100 reads nothing from a remote
      // workspace file and says nothing. No test has run then.
      say('The workbench came up without the folders of its workspace; loading it again.');
    }
  } catch (error) {
    for (const line of server.log().split('\n')) hear(`server: ${line}`);
    throw error;
  } finally {
    await browser?.close();
    await server.stop();
  }
}
