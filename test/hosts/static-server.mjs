import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
  '.css': 'text/css', '.html': 'text/html', '.ico': 'image/x-icon', '.js': 'text/javascript', '.json': 'application/json',
  '.mjs': 'text/javascript', '.png': 'image/png', '.svg': 'image/svg+xml', '.ttf': 'font/ttf', '.wasm': 'application/wasm',
};

/**
 * Serves folders and made-up pages on a free port of this machine.
 *
 * `folders` maps the first part of an address to a folder; `pages(origin)` gives the exact
 * addresses that are no files, as `{ type, text }`. Resolves with `origin` and `stop`.
 */
export async function serveFiles({ folders, pages }) {
  let made = {};
  const server = createServer(async (request, response) => {
    try {
      const address = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
      const page = made[address];
      if (page !== undefined) {
        response.writeHead(200, { 'Content-Type': page.type }).end(page.text);
        return;
      }
      const [, first, ...rest] = address.split('/');
      const folder = Object.hasOwn(folders, first) ? folders[first] : undefined;
      const file = folder === undefined ? undefined : path.join(folder, ...rest);
      const inside = file !== undefined && (file === folder || file.startsWith(folder + path.sep));
      if (!inside || !(await stat(file)).isFile()) throw new Error('not a file');
      response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).on('error', () => response.destroy()).pipe(response);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${server.address().port}`;
  made = await pages(origin);
  return {
    origin,
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}
